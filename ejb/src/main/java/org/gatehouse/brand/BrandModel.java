package org.gatehouse.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.brand.Brand;
import org.gatehouse.model.brand.BrandRepository;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Multiline;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.Ref;
import org.gatehouse.type.ReferenceLookup;
import org.gatehouse.type.WireField;
import org.gatehouse.type.WireObject;

/** Brands as administrators manage them. */
@ApplicationScoped
public class BrandModel extends EntityModel<Brand, BrandModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 255) String domain,
            @Default("false") @WireField("default") boolean isDefault,
            @Default("Gatehouse") @NotBlank @Size(max = 255) String brandingTitle,
            @Default("") @Size(max = 2000) String brandingLogo,
            @Default("") @Size(max = 2000) String brandingFavicon,
            @Default("") @Multiline String brandingCustomCss,
            @Default("") @Size(max = 2000) String brandingDefaultFlowBackground,
            @Default("") @Size(max = 2000) String brandingMapTiles,
            Ref<Flow> flowAuthentication,
            Ref<Flow> flowUserSwitch,
            Ref<Flow> flowInvalidation,
            Ref<Flow> flowRecovery,
            Ref<Flow> flowUnenrollment,
            Ref<Flow> flowUserSettings,
            Ref<Flow> flowDeviceCode,
            Ref<Flow> flowLockdown,
            Ref<Flow> flowRequest,
            UUID defaultApplication,
            Ref<CertificateKeyPair> webCertificate,
            List<Ref<CertificateKeyPair>> clientCertificates,
            @Default("{}") JsonObject attributes) {
    }

    @Inject
    private BrandRepository brands;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ReferenceLookup references;

    public BrandModel() {
        super(Document.class, BrandRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_brands.brand";
    }

    @Override
    public String path() {
        return "core/brands";
    }

    @Override
    public String keyField() {
        return "brand_uuid";
    }

    @Override
    protected BrandRepository repository() {
        return brands;
    }

    @Override
    protected Optional<Brand> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(brands::find);
    }

    @Override
    protected String keyOf(Brand brand) {
        return brand.getId().toString();
    }

    @Override
    protected Document documentOf(Brand brand) {
        return new Document(brand.getDomain(), brand.isDefaultBrand(), brand.getTitle(), brand.getLogo(), brand.getFavicon(),
                brand.getCustomCss(), brand.getDefaultFlowBackground(), brand.getMapTiles(), ref(brand.getFlowAuthenticationId()),
                ref(brand.getFlowUserSwitchId()), ref(brand.getFlowInvalidationId()), ref(brand.getFlowRecoveryId()),
                ref(brand.getFlowUnenrollmentId()), ref(brand.getFlowUserSettingsId()), ref(brand.getFlowDeviceCodeId()),
                ref(brand.getFlowLockdownId()), ref(brand.getFlowRequestId()), brand.getDefaultApplicationId(),
                ref(brand.getWebCertificateId()), brand.getClientCertificates().stream().map(Ref::<CertificateKeyPair>to).toList(),
                brand.getAttributes());
    }

    private static <T> Ref<T> ref(UUID id) {
        return id == null ? null : Ref.to(id);
    }

    private static UUID id(Ref<?> reference) {
        return reference == null ? null : reference.id();
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Brand> page) {
        return page.stream().map(brand -> WireObject.from(documentJson(brand)).put("brand_uuid", brand.getId()).build()).toList();
    }

    @Override
    protected Brand store(Actor actor, Optional<Brand> existing, Document document, FieldProblems problems) {
        Brand brand = existing.orElseGet(BrandModel::newBrand);
        if (document.isDefault()) {
            brands.findDefault().filter(other -> !other.getId().equals(brand.getId()))
                    .ifPresent(other -> problems.add("default", "Only a single brand can be set as default."));
        }
        if (document.defaultApplication() != null && applications.find(document.defaultApplication()).isEmpty()) {
            problems.add("default_application", FieldProblems.missing(document.defaultApplication()));
        }
        problems.refuseIfAny();
        references.requireTargets(document);
        fillLooks(brand, document);
        fillReferences(brand, document);
        return existing.isPresent() ? brand : brands.add(brand);
    }

    private static void fillLooks(Brand brand, Document document) {
        brand.setDomain(document.domain().strip());
        brand.setDefaultBrand(document.isDefault());
        brand.setTitle(document.brandingTitle());
        brand.setLogo(document.brandingLogo());
        brand.setFavicon(document.brandingFavicon());
        brand.setCustomCss(document.brandingCustomCss());
        brand.setDefaultFlowBackground(document.brandingDefaultFlowBackground());
        brand.setMapTiles(document.brandingMapTiles());
        brand.setAttributes(document.attributes());
    }

    private static void fillReferences(Brand brand, Document document) {
        brand.setFlowAuthenticationId(id(document.flowAuthentication()));
        brand.setFlowUserSwitchId(id(document.flowUserSwitch()));
        brand.setFlowInvalidationId(id(document.flowInvalidation()));
        brand.setFlowRecoveryId(id(document.flowRecovery()));
        brand.setFlowUnenrollmentId(id(document.flowUnenrollment()));
        brand.setFlowUserSettingsId(id(document.flowUserSettings()));
        brand.setFlowDeviceCodeId(id(document.flowDeviceCode()));
        brand.setFlowLockdownId(id(document.flowLockdown()));
        brand.setFlowRequestId(id(document.flowRequest()));
        brand.setDefaultApplicationId(document.defaultApplication());
        brand.setWebCertificateId(id(document.webCertificate()));
        brand.setClientCertificates(new LinkedHashSet<>(document.clientCertificates().stream().map(Ref::id).toList()));
    }

    private static Brand newBrand() {
        Brand brand = new Brand();
        brand.setId(UUID.randomUUID());
        return brand;
    }
}
