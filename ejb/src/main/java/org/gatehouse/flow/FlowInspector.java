package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.crypto.Digests;
import org.gatehouse.type.ObjectNotFound;

/**
 * Shows an administrator where the browser is in a flow, how it came there, and what policies have decided on the way. What is secret
 * in the plan is masked.
 */
@Stateless
public class FlowInspector {

    @Inject
    private Permissions permissions;

    @Inject
    private FlowCatalog catalog;

    @Inject
    private FlowStore store;

    @Inject
    private FlowStageBindingModel bindings;

    /**
     * The plan of a browser in the contract's form ({@code FlowInspection}); a finished one is known for half a minute.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor may not inspect flows
     * @throws ObjectNotFound when there is no such flow, or the browser is not in it
     */
    public JsonObject inspect(Actor actor, FlowVisit visit) {
        permissions.require(actor, SpecialPermission.INSPECT_FLOW, visit.slug());
        FlowDefinition flow = catalog.find(visit.slug()).orElseThrow(FlowInspector::nothing);
        Optional<String> running = store.find(FlowStore.keyOf(visit.browser(), flow.slug(), visit.execution().orElse("")));
        FlowPlan plan = running.or(() -> store.findFinished(visit.browser(), flow.slug())).map(FlowPlanCodec::read)
                .orElseThrow(FlowInspector::nothing);
        JsonArrayBuilder past = Json.createArrayBuilder();
        List<PassedStage> passed = plan.history().stages();
        for (int i = 0; i < passed.size(); i++) {
            Optional<UUID> next = i + 1 < passed.size() ? passed.get(i + 1).binding() : binding(plan, 0);
            past.add(form(actor, visit, passed.get(i).binding(), next, JsonValue.EMPTY_JSON_OBJECT));
        }
        return Json.createObjectBuilder().add("plans", past)
                .add("current_plan", form(actor, visit, binding(plan, 0), binding(plan, 1), MaskedContext.of(plan)))
                .add("is_completed", running.isEmpty()).build();
    }

    private static Optional<UUID> binding(FlowPlan plan, int index) {
        return plan.stages().stream().skip(index).findFirst().flatMap(PlannedStage::binding);
    }

    private JsonObject form(Actor actor, FlowVisit visit, Optional<UUID> current, Optional<UUID> next, JsonObject context) {
        return Json.createObjectBuilder().add("current_stage", binding(actor, current)).add("next_planned_stage", binding(actor, next))
                .add("plan_context", context)
                // Enough to tell two browsers apart, not enough to be one.
                .add("session_id", Digests.sha256(visit.browser()).substring(0, 16)).build();
    }

    private JsonValue binding(Actor actor, Optional<UUID> id) {
        return id.flatMap(key -> bindings.read(actor, key.toString())).<JsonValue>map(found -> found).orElse(JsonValue.NULL);
    }

    private static ObjectNotFound nothing() {
        return new ObjectNotFound("This browser is not in such a flow.");
    }
}
