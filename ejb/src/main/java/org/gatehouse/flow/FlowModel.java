package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.model.flow.DeniedAction;
import org.gatehouse.file.MediaAddress;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowLayout;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ReferenceLookup;
import org.gatehouse.type.Slug;
import org.gatehouse.type.UsedBy;
import org.gatehouse.type.WireObject;

/** Flows as administrators manage them. */
@ApplicationScoped
public class FlowModel extends EntityModel<Flow, FlowModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 500) String name,
            @NotBlank @Slug @Size(max = 100) String slug,
            @NotBlank @Size(max = 500) String title,
            @NotNull FlowDesignation designation,
            @Default("") @Size(max = 2000) String background,
            @Default("any") PolicyEngineMode policyEngineMode,
            @Default("false") boolean compatibilityMode,
            @Default("stacked") FlowLayout layout,
            @Default("message_continue") DeniedAction deniedAction,
            @Default("none") AuthenticationRequirement authentication) {
    }

    @Inject
    private FlowRepository flows;

    @Inject
    private FlowStageBindingRepository bindings;

    @Inject
    private PolicyBindingRepository policyBindings;

    @Inject
    private ReferenceLookup references;

    public FlowModel() {
        super(Document.class, FlowRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_flows.flow";
    }

    @Override
    public String path() {
        return "flows/instances";
    }

    @Override
    public String keyField() {
        return "slug";
    }

    @Override
    protected FlowRepository repository() {
        return flows;
    }

    @Override
    protected Optional<Flow> findByKey(String key) {
        return flows.findBySlug(key);
    }

    @Override
    protected Optional<Flow> findByPk(String pk) {
        return ObjectKey.uuid(pk).flatMap(flows::find);
    }

    @Override
    protected String keyOf(Flow flow) {
        return flow.getSlug();
    }

    @Override
    protected Document documentOf(Flow flow) {
        return new Document(flow.getName(), flow.getSlug(), flow.getTitle(), flow.getDesignation(), flow.getBackground(),
                flow.getPolicyEngineMode(), flow.isCompatibilityMode(), flow.getLayout(), flow.getDeniedAction(), flow.getAuthentication());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Flow> page) {
        List<UUID> ids = page.stream().map(Flow::getId).toList();
        Map<UUID, List<UUID>> stages = bindings.stagesOf(ids);
        Map<UUID, List<UUID>> policies = policyBindings.policiesOf(ids);
        return page.stream().map(flow -> withLinks(WireObject.from(documentJson(flow)), flow)
                .put("background_themed_urls", null)
                .put("stages", stages.getOrDefault(flow.getId(), List.of()))
                .put("policies", policies.getOrDefault(flow.getId(), List.of()))
                .put("cache_count", 0)
                .build()).toList();
    }

    /** The short form in which a stage shows the flows it is bound to. */
    JsonObject summary(Flow flow) {
        JsonObject document = documentJson(flow);
        WireObject summary = WireObject.empty();
        document.forEach((field, value) -> {
            if (!field.equals("background") && !field.equals("authentication")) {
                summary.put(field, value);
            }
        });
        return withLinks(summary, flow).build();
    }

    private static WireObject withLinks(WireObject wire, Flow flow) {
        return wire.put("pk", flow.getId())
                .put("policybindingmodel_ptr_id", flow.getId())
                .put("background_url", MediaAddress.of(flow.getBackground()).orElse(""))
                .put("export_url", "/api/v3/flows/instances/" + flow.getSlug() + "/export/");
    }

    @Override
    protected Flow store(Actor actor, Optional<Flow> existing, Document document, FieldProblems problems) {
        Flow flow = existing.orElseGet(FlowModel::newFlow);
        flows.findBySlug(document.slug()).filter(other -> !other.getId().equals(flow.getId()))
                .ifPresent(other -> problems.add("slug", "A flow with this slug exists already."));
        problems.refuseIfAny();
        flow.setName(document.name().strip());
        flow.setSlug(document.slug());
        flow.setTitle(document.title());
        flow.setDesignation(document.designation());
        flow.setBackground(document.background());
        flow.setPolicyEngineMode(document.policyEngineMode());
        flow.setCompatibilityMode(document.compatibilityMode());
        flow.setLayout(document.layout());
        flow.setDeniedAction(document.deniedAction());
        flow.setAuthentication(document.authentication());
        return existing.isPresent() ? flow : flows.add(flow);
    }

    private static Flow newFlow() {
        Flow flow = new Flow();
        flow.setId(UUID.randomUUID());
        return flow;
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return flows.findBySlug(key).map(flow -> references.usedBy(Flow.class, flow.getId())).orElse(List.of());
    }
}
