package org.gatehouse.expression;

import java.util.List;
import java.util.Map;

/**
 * What an expression yielded.
 *
 * @param value of the scope's result type: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code Instant},
 *     {@code Duration}, {@code List}, {@code Map} with text keys, or null
 * @param messages the texts for the user that it left by {@code message("…")}, in order
 */
public record ExpressionResult(Object value, List<String> messages) {

    public ExpressionResult {
        messages = List.copyOf(messages);
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
