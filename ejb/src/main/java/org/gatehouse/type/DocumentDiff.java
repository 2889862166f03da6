package org.gatehouse.type;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.LinkedHashSet;
import java.util.Set;

/** What changed between two documents: {@code {field: {previous_value, new_value}}}. Secrets are never in a document. */
public final class DocumentDiff {

    private DocumentDiff() {
    }

    public static JsonObject between(JsonObject before, JsonObject after) {
        Set<String> keys = new LinkedHashSet<>(before.keySet());
        keys.addAll(after.keySet());
        JsonObjectBuilder diff = Json.createObjectBuilder();
        for (String key : keys) {
            JsonValue previous = before.getOrDefault(key, JsonValue.NULL);
            JsonValue current = after.getOrDefault(key, JsonValue.NULL);
            if (!previous.equals(current)) {
                diff.add(key, Json.createObjectBuilder().add("previous_value", previous).add("new_value", current));
            }
        }
        return diff.build();
    }
}
