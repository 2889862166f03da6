package org.gatehouse.expression;

import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an expression yielded, and what it asked for. Whoever evaluated it does what is asked; nothing has been done yet.
 *
 * @param value of the scope's result type: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant},
 *     {@code Duration}, {@code List}, {@code Map} with text keys, or null
 * @param messages the texts for the user that it left by {@code message("…")}, in order
 * @param facts what it left by {@code context_set("…", …)}, the last value of each name; names are those that
 *     {@link ContextFacts} allows
 * @param events what it left by {@code event_create("…", {…})}, in order
 */
public record ExpressionResult(Object value, List<String> messages, Map<String, JsonValue> facts, List<ExpressionEvent> events) {

    public ExpressionResult {
        messages = List.copyOf(messages);
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        events = List.copyOf(events);
    }

    public ExpressionResult(Object value, List<String> messages) {
        this(value, messages, Map.of(), List.of());
    }

    /** @throws IllegalStateException when the scope does not yield a boolean */
    public boolean isTrue() {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalStateException("The scope does not yield a boolean.");
    }

    /** @throws IllegalStateException when the scope does not yield a map */
    @SuppressWarnings("unchecked")
    public Map<String, Object> map() {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new IllegalStateException("The scope does not yield a map.");
    }
}
