package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.WireName;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.FlowStageBinding;
import org.gatehouse.model.flow.InvalidResponseAction;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * A stage that a plan still has to lead through.
 *
 * @param binding the binding it comes from; empty for an in-memory stage
 * @param stage the configured stage; empty for an in-memory stage
 * @param type the name of the stage type
 * @param settings the stored settings of an in-memory stage, else an empty object
 * @param reEvaluate whether the binding's policies are asked right before the stage begins
 * @param mode how the binding's policies are combined
 * @param onInvalid what an answer that the stage does not accept leads to
 */
public record PlannedStage(Optional<UUID> binding, Optional<UUID> stage, String type, JsonObject settings, boolean reEvaluate,
        PolicyEngineMode mode, InvalidResponseAction onInvalid) {

    static PlannedStage of(FlowStageBinding binding) {
        return new PlannedStage(Optional.of(binding.getId()), Optional.of(binding.getStage().getId()), binding.getStage().getType(),
                JsonObject.EMPTY_JSON_OBJECT, binding.isReEvaluatePolicies(), binding.getPolicyEngineMode(),
                binding.getInvalidResponseAction());
    }

    /** A configured stage that no binding brought here: nothing decides about it any more. */
    static PlannedStage of(Stage stage) {
        return new PlannedStage(Optional.empty(), Optional.of(stage.getId()), stage.getType(), JsonObject.EMPTY_JSON_OBJECT, false,
                PolicyEngineMode.ANY, InvalidResponseAction.RETRY);
    }

    static PlannedStage of(InMemoryStage stage) {
        return new PlannedStage(Optional.empty(), Optional.empty(), stage.type(), stage.settings(), false, PolicyEngineMode.ANY,
                InvalidResponseAction.RETRY);
    }

    JsonObject toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder().add("type", type).add("settings", settings)
                .add("reEvaluate", reEvaluate).add("mode", mode.wireName()).add("onInvalid", onInvalid.wireName());
        binding.ifPresent(id -> json.add("binding", id.toString()));
        stage.ifPresent(id -> json.add("stage", id.toString()));
        return json.build();
    }

    static PlannedStage fromJson(JsonObject json) {
        return new PlannedStage(id(json, "binding"), id(json, "stage"), json.getString("type"), json.getJsonObject("settings"),
                json.getBoolean("reEvaluate"), WireName.find(PolicyEngineMode.class, json.getString("mode")).orElseThrow(),
                WireName.find(InvalidResponseAction.class, json.getString("onInvalid")).orElseThrow());
    }

    private static Optional<UUID> id(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null)).map(UUID::fromString);
    }
}
