package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a running flow knows, by typed key. It is stored with the plan, so values are JSON; secrets are never put here in the clear. */
public final class PlanContext {

    private final Map<String, JsonValue> values;

    public PlanContext() {
        values = new LinkedHashMap<>();
    }

    /** The context as it was stored. */
    public PlanContext(JsonObject stored) {
        values = new LinkedHashMap<>(stored);
    }

    public <T> Optional<T> get(ContextKey<T> key) {
        return Optional.ofNullable(values.get(key.name())).map(key.read());
    }

    public <T> PlanContext put(ContextKey<T> key, T value) {
        values.put(key.name(), key.write().apply(value));
        return this;
    }

    public void remove(ContextKey<?> key) {
        values.remove(key.name());
    }

    public boolean has(ContextKey<?> key) {
        return values.containsKey(key.name());
    }

    /** All values, in an order that stays the same: a plan in which nothing happened is the same text. */
    public JsonObject toJson() {
        return Json.createObjectBuilder(new LinkedHashMap<String, Object>(values)).build();
    }
}
