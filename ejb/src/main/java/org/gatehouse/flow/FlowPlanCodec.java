package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.cache.WriteBehind;

/** Writes a plan as the JSON text that the cluster cache keeps. Text, so that nodes of two releases can share a cache. */
final class FlowPlanCodec {

    private FlowPlanCodec() {
    }

    static String write(FlowPlan plan) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        if (plan.isUntouched()) {
            // Has to come first: by it the cache knows what is not worth a row in the database.
            json.add(WriteBehind.FLEETING, true);
        }
        json.add("execution", plan.execution())
                .add("step", plan.step())
                .add("state", plan.state().name())
                .add("refusal", plan.refusal())
                .add("shown", plan.shown())
                .add("history", plan.history().toJson())
                .add("link", plan.link())
                .add("arrived", plan.hasArrived())
                .add("start", start(plan.start()))
                .add("context", plan.context().toJson())
                .add("stages", stages(plan.stages()))
                .add("errors", errors(plan.errors()));
        plan.session().ifPresent(id -> json.add("session", id.toString()));
        return json.build().toString();
    }

    static FlowPlan read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            String session = json.getString("session", null);
            return new FlowPlan(json.getString("execution"), json.getString("step"), start(json.getJsonObject("start")),
                    new PlanContext(json.getJsonObject("context")),
                    json.getJsonArray("stages").getValuesAs(JsonObject.class).stream().map(PlannedStage::fromJson).toList())
                    .restore(FlowPlan.State.valueOf(json.getString("state")), json.getString("refusal"), json.getString("shown"),
                            session == null ? null : UUID.fromString(session), errors(json.getJsonObject("errors")))
                    .restorePast(PlanHistory.fromJson(json.getJsonObject("history")), json.getString("link", ""), json.getBoolean("arrived", false));
        }
    }

    private static JsonObject start(FlowStart start) {
        return Json.createObjectBuilder().add("flow", start.flowId().toString()).add("context", start.context().toJson())
                .add("firstStages", inMemory(start.firstStages())).add("finalStages", inMemory(start.finalStages())).build();
    }

    private static JsonArrayBuilder inMemory(List<InMemoryStage> stages) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        stages.forEach(stage -> array.add(Json.createObjectBuilder().add("type", stage.type()).add("settings", stage.settings())));
        return array;
    }

    private static FlowStart start(JsonObject json) {
        return new FlowStart(UUID.fromString(json.getString("flow")), new PlanContext(json.getJsonObject("context")),
                inMemory(json.getJsonArray("firstStages")), inMemory(json.getJsonArray("finalStages")));
    }

    /** None in plans that a node of an earlier release has written. */
    private static List<InMemoryStage> inMemory(JsonArray array) {
        return array == null ? List.of() : array.getValuesAs(JsonObject.class).stream()
                .map(stage -> new InMemoryStage(stage.getString("type"), stage.getJsonObject("settings"))).toList();
    }

    private static JsonArray stages(List<PlannedStage> stages) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        stages.forEach(stage -> array.add(stage.toJson()));
        return array.build();
    }

    private static JsonObject errors(Map<String, List<String>> errors) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        errors.forEach((field, messages) -> object.add(field, Json.createArrayBuilder(messages)));
        return object.build();
    }

    private static Map<String, List<String>> errors(JsonObject json) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        json.keySet().forEach(field -> errors.put(field,
                json.getJsonArray(field).getValuesAs(JsonString.class).stream().map(JsonString::getString).toList()));
        return errors;
    }
}
