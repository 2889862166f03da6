package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** What has happened to a plan so far, the last of it: bounded, so that going in circles costs nothing. */
final class PlanHistory {

    private static final int MOST_STAGES = 30;
    private static final int MOST_DECISIONS = 30;

    private final List<PassedStage> stages;
    private final List<FlowDecision> decisions;

    PlanHistory() {
        this(List.of(), List.of());
    }

    private PlanHistory(List<PassedStage> stages, List<FlowDecision> decisions) {
        this.stages = new ArrayList<>(stages);
        this.decisions = new ArrayList<>(decisions);
    }

    List<PassedStage> stages() {
        return List.copyOf(stages);
    }

    List<FlowDecision> decisions() {
        return List.copyOf(decisions);
    }

    void passed(PlannedStage stage) {
        add(stages, new PassedStage(stage.binding(), stage.type()), MOST_STAGES);
    }

    /** Notes a decision; the same one about the same thing, made again when a page is reloaded, is noted once. */
    void decided(FlowDecision decision) {
        if (decisions.isEmpty() || !decisions.get(decisions.size() - 1).equals(decision)) {
            add(decisions, decision, MOST_DECISIONS);
        }
    }

    private static <T> void add(List<T> list, T value, int most) {
        if (list.size() == most) {
            list.remove(0);
        }
        list.add(value);
    }

    JsonObject toJson() {
        JsonArrayBuilder passed = Json.createArrayBuilder();
        stages.forEach(stage -> passed.add(stage.toJson()));
        JsonArrayBuilder decided = Json.createArrayBuilder();
        decisions.forEach(decision -> decided.add(decision.toJson()));
        return Json.createObjectBuilder().add("stages", passed).add("decisions", decided).build();
    }

    /** @param json null for a plan of a release that kept no history */
    static PlanHistory fromJson(JsonObject json) {
        return json == null ? new PlanHistory()
                : new PlanHistory(json.getJsonArray("stages").getValuesAs(JsonObject.class).stream().map(PassedStage::fromJson).toList(),
                        json.getJsonArray("decisions").getValuesAs(JsonObject.class).stream().map(FlowDecision::fromJson).toList());
    }
}
