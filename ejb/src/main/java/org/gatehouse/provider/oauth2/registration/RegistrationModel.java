package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Section;
import org.gatehouse.type.TimeSpan;
import org.gatehouse.type.WireObject;

/** The ways to register as administrators manage them: the contract's {@code providers/oauth2-dcr}, and switches of our own. */
@ApplicationScoped
public class RegistrationModel extends EntityModel<ClientRegistration, RegistrationModel.Document> {

    /** The writable fields; {@link RegistrationRules} says what most of them mean. */
    public record Document(
            @NotNull Long provider,
            @Section("clients") @Default("") @Size(max = 500) String defaultApplicationGroup,
            @Section("clients") Ref<Flow> overrideAuthorizationFlow,
            @Section("clients") Ref<Flow> overrideInvalidationFlow,
            @Section("clients") List<Ref<PropertyMapping>> overridePropertyMappings,
            @Section("clients") @NotNull @Default("hours=1") TimeSpan accessTokenValidity,
            @Section("clients") @NotNull @Default("days=30") TimeSpan refreshTokenValidity,
            @Section("clients") @NotNull @Default("[\"authorization_code\", \"refresh_token\"]") List<GrantType> allowedGrantTypes,
            @Section("clients") @NotNull @Default("any") PolicyEngineMode policyEngineMode,
            @Section("admission") @Default("false") boolean openRegistration,
            @Section("admission") @Default("100") @Min(1) @Max(100_000) int mostClients,
            @Section("admission") @Default("60") @Min(1) @Max(100_000) int registrationsPerHour,
            @Section("statements") JsonObject softwareStatementKeys,
            @Section("statements") @Default("[]") @Size(max = 100) List<@Size(max = 255) String> approvedSoftware,
            @Section("statements") @Default("false") boolean requireSoftwareStatement,
            @Section("documents") @Default("false") boolean clientIdDocuments,
            @Section("documents") @Default("[]") @Size(max = 100) List<@Size(max = 255) String> clientIdDocumentDomains) {

        RegistrationRules rules() {
            return new RegistrationRules(defaultApplicationGroup, accessTokenValidity, refreshTokenValidity, allowedGrantTypes,
                    openRegistration, mostClients, registrationsPerHour, softwareStatementKeys, approvedSoftware, requireSoftwareStatement,
                    clientIdDocuments, clientIdDocumentDomains);
        }

        static Document of(ClientRegistration stored, RegistrationRules rules, List<UUID> mappings) {
            return new Document(stored.getProvider().getNumPk(), rules.defaultApplicationGroup(), ref(stored.getAuthorizationFlowId()),
                    ref(stored.getInvalidationFlowId()), mappings.stream().<Ref<PropertyMapping>>map(Ref::to).toList(),
                    rules.accessTokenValidity(), rules.refreshTokenValidity(), rules.allowedGrantTypes(), stored.getPolicyEngineMode(),
                    rules.openRegistration(), rules.mostClients(), rules.registrationsPerHour(), rules.softwareStatementKeys(),
                    rules.approvedSoftware(), rules.requireSoftwareStatement(), rules.clientIdDocuments(), rules.clientIdDocumentDomains());
        }

        private static Ref<Flow> ref(UUID id) {
            return id == null ? null : Ref.to(id);
        }
    }

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private FlowRepository flows;

    @Inject
    private RecordCodec codec;

    public RegistrationModel() {
        super(Document.class, ClientRegistrationRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_providers_oauth2.oauth2dynamicclientregistration";
    }

    @Override
    public String path() {
        return "providers/oauth2-dcr";
    }

    @Override
    public String keyField() {
        return "pbm_uuid";
    }

    @Override
    protected ClientRegistrationRepository repository() {
        return registrations;
    }

    @Override
    protected Optional<ClientRegistration> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(registrations::find);
    }

    @Override
    protected String keyOf(ClientRegistration registration) {
        return registration.getId().toString();
    }

    /** What the registration lays down beside its references. */
    RegistrationRules rulesOf(ClientRegistration registration) {
        return codec.fromStored(RegistrationRules.class, registration.getRules());
    }

    @Override
    protected Document documentOf(ClientRegistration registration) {
        return documentOf(registration, registrations.mappingsOf(List.of(registration.getId())));
    }

    private Document documentOf(ClientRegistration registration, Map<UUID, List<UUID>> mappings) {
        return Document.of(registration, rulesOf(registration), mappings.getOrDefault(registration.getId(), List.of()));
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<ClientRegistration> page) {
        Map<UUID, List<UUID>> mappings = registrations.mappingsOf(page.stream().map(ClientRegistration::getId).toList());
        return page.stream().map(registration -> WireObject.from(toWire(documentOf(registration, mappings)))
                .put("pbm_uuid", registration.getId())
                .put("name", registration.getProvider().getName())
                .build()).toList();
    }

    @Override
    protected ClientRegistration store(Actor actor, Optional<ClientRegistration> existing, Document document, FieldProblems problems) {
        ClientRegistration registration = existing.orElseGet(RegistrationModel::made);
        Optional<Provider> provider = provider(document, registration, problems);
        requireFlow("override_authorization_flow", document.overrideAuthorizationFlow(), problems);
        requireFlow("override_invalidation_flow", document.overrideInvalidationFlow(), problems);
        List<UUID> mappings = mappings(document, problems);
        RegistrationChecks.check(document.rules(), problems);
        problems.refuseIfAny();
        registration.setProvider(provider.orElseThrow());
        registration.setAuthorizationFlowId(idOf(document.overrideAuthorizationFlow()));
        registration.setInvalidationFlowId(idOf(document.overrideInvalidationFlow()));
        registration.setPolicyEngineMode(document.policyEngineMode());
        registration.setRules(codec.toStored(document.rules()));
        if (existing.isEmpty()) {
            registrations.add(registration);
        }
        registrations.flush();
        registrations.replaceMappings(registration.getId(), mappings);
        return registration;
    }

    private Optional<Provider> provider(Document document, ClientRegistration registration, FieldProblems problems) {
        Optional<Provider> provider = objects.findProvider(document.provider()).filter(found -> found.getType().equals("oauth2"));
        if (provider.isEmpty()) {
            problems.add("provider", FieldProblems.missing(document.provider()));
        }
        provider.flatMap(found -> registrations.findByProvider(found.getId())).filter(other -> !other.getId().equals(registration.getId()))
                .ifPresent(other -> problems.add("provider", "Clients can register with this provider already."));
        return provider;
    }

    private List<UUID> mappings(Document document, FieldProblems problems) {
        List<UUID> ids = document.overridePropertyMappings().stream().map(Ref::id).distinct().toList();
        List<UUID> found = objects.findAll(PropertyMapping.class, ids).stream().map(PropertyMapping::getId).toList();
        ids.stream().filter(id -> !found.contains(id)).forEach(id -> problems.add("override_property_mappings", FieldProblems.missing(id)));
        return ids;
    }

    private void requireFlow(String field, Ref<Flow> flow, FieldProblems problems) {
        if (flow != null && flows.find(flow.id()).isEmpty()) {
            problems.add(field, FieldProblems.missing(flow.id()));
        }
    }

    private static UUID idOf(Ref<Flow> flow) {
        return flow == null ? null : flow.id();
    }

    private static ClientRegistration made() {
        ClientRegistration registration = new ClientRegistration();
        registration.setId(UUID.randomUUID());
        return registration;
    }
}
