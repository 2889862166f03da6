package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.model.flow.FlowStageBinding;
import org.gatehouse.model.flow.FlowStageBindingRepository;
import org.gatehouse.model.flow.InvalidResponseAction;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** The places that stages have in flows. */
@ApplicationScoped
public class FlowStageBindingModel extends EntityModel<FlowStageBinding, FlowStageBindingModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotNull UUID target,
            @NotNull UUID stage,
            @Default("false") boolean evaluateOnPlan,
            @Default("true") boolean reEvaluatePolicies,
            @NotNull Integer order,
            @Default("any") PolicyEngineMode policyEngineMode,
            @Default("retry") InvalidResponseAction invalidResponseAction) {
    }

    @Inject
    private FlowStageBindingRepository bindings;

    @Inject
    private FlowRepository flows;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ConfiguredObjects stages;

    public FlowStageBindingModel() {
        super(Document.class, FlowStageBindingRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_flows.flowstagebinding";
    }

    @Override
    public String path() {
        return "flows/bindings";
    }

    @Override
    protected FlowStageBindingRepository repository() {
        return bindings;
    }

    @Override
    protected Optional<FlowStageBinding> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(bindings::find);
    }

    @Override
    protected String keyOf(FlowStageBinding binding) {
        return binding.getId().toString();
    }

    @Override
    protected Document documentOf(FlowStageBinding binding) {
        return new Document(binding.getFlowId(), binding.getStage().getId(), binding.isEvaluateOnPlan(), binding.isReEvaluatePolicies(),
                binding.getPosition(), binding.getPolicyEngineMode(), binding.getInvalidResponseAction());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<FlowStageBinding> page) {
        List<Stage> distinct = page.stream().map(FlowStageBinding::getStage).distinct().toList();
        List<JsonObject> forms = stages.toWire(Family.STAGE, distinct);
        Map<UUID, JsonObject> byStage = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            byStage.put(distinct.get(i).getId(), forms.get(i));
        }
        return page.stream().map(binding -> WireObject.from(documentJson(binding))
                .put("pk", binding.getId())
                .put("policybindingmodel_ptr_id", binding.getId())
                .put("stage_obj", byStage.get(binding.getStage().getId()))
                .build()).toList();
    }

    @Override
    protected FlowStageBinding store(Actor actor, Optional<FlowStageBinding> existing, Document document, FieldProblems problems) {
        FlowStageBinding binding = existing.orElseGet(FlowStageBindingModel::newBinding);
        if (flows.find(document.target()).isEmpty()) {
            problems.add("target", FieldProblems.missing(document.target()));
        }
        Optional<Stage> stage = objects.find(Stage.class, document.stage());
        if (stage.isEmpty()) {
            problems.add("stage", FieldProblems.missing(document.stage()));
        }
        problems.refuseIfAny();
        binding.setFlowId(document.target());
        binding.setStage(stage.orElseThrow());
        binding.setEvaluateOnPlan(document.evaluateOnPlan());
        binding.setReEvaluatePolicies(document.reEvaluatePolicies());
        binding.setPosition(document.order());
        binding.setPolicyEngineMode(document.policyEngineMode());
        binding.setInvalidResponseAction(document.invalidResponseAction());
        return existing.isPresent() ? binding : bindings.add(binding);
    }

    private static FlowStageBinding newBinding() {
        FlowStageBinding binding = new FlowStageBinding();
        binding.setId(UUID.randomUUID());
        return binding;
    }

}
