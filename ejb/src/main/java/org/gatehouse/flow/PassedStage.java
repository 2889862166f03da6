package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/**
 * A stage that a plan has left behind.
 *
 * @param binding the binding it came from; empty for an in-memory stage
 * @param type the name of its type
 */
record PassedStage(Optional<UUID> binding, String type) {

    JsonObject toJson() {
        return Json.createObjectBuilder().add("binding", binding.map(UUID::toString).orElse("")).add("type", type).build();
    }

    static PassedStage fromJson(JsonObject json) {
        String binding = json.getString("binding");
        return new PassedStage(binding.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(binding)), json.getString("type"));
    }
}
