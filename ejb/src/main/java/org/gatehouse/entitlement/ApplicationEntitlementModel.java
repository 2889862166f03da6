package org.gatehouse.entitlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.application.ApplicationEntitlement;
import org.gatehouse.model.application.ApplicationEntitlementRepository;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** Entitlements as administrators manage them. */
@ApplicationScoped
public class ApplicationEntitlementModel extends EntityModel<ApplicationEntitlement, ApplicationEntitlementModel.Document> {

    static final String MODEL = "authentik_core.applicationentitlement";

    /** The writable fields. */
    public record Document(@NotBlank @Size(max = 500) String name, @NotNull UUID app, @Default("{}") JsonObject attributes) {
    }

    @Inject
    private ApplicationEntitlementRepository entitlements;

    @Inject
    private ApplicationRepository applications;

    public ApplicationEntitlementModel() {
        super(Document.class, ApplicationEntitlementRepository.COLUMNS);
    }

    @Override
    public String name() {
        return MODEL;
    }

    @Override
    public String path() {
        return "core/application_entitlements";
    }

    @Override
    public String keyField() {
        return "pbm_uuid";
    }

    @Override
    protected ApplicationEntitlementRepository repository() {
        return entitlements;
    }

    @Override
    protected Optional<ApplicationEntitlement> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(entitlements::find);
    }

    @Override
    protected String keyOf(ApplicationEntitlement entitlement) {
        return entitlement.getId().toString();
    }

    @Override
    protected Document documentOf(ApplicationEntitlement entitlement) {
        return new Document(entitlement.getName(), entitlement.getApplicationId(), entitlement.getAttributes());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<ApplicationEntitlement> page) {
        return page.stream().map(one -> WireObject.from(documentJson(one)).put("pbm_uuid", one.getId()).build()).toList();
    }

    @Override
    protected ApplicationEntitlement store(Actor actor, Optional<ApplicationEntitlement> existing, Document document, FieldProblems problems) {
        ApplicationEntitlement entitlement = existing.orElseGet(ApplicationEntitlementModel::newEntitlement);
        String name = document.name().strip();
        if (applications.find(document.app()).isEmpty()) {
            problems.add("app", FieldProblems.missing(document.app()));
        }
        entitlements.findByName(document.app(), name).filter(other -> !other.getId().equals(entitlement.getId()))
                .ifPresent(other -> problems.add("name", "The application has an entitlement with this name already."));
        problems.refuseIfAny();
        entitlement.setName(name);
        entitlement.setApplicationId(document.app());
        entitlement.setAttributes(document.attributes());
        return existing.isPresent() ? entitlement : entitlements.add(entitlement);
    }

    private static ApplicationEntitlement newEntitlement() {
        ApplicationEntitlement entitlement = new ApplicationEntitlement();
        entitlement.setId(UUID.randomUUID());
        return entitlement;
    }
}
