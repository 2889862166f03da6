package org.gatehouse.expression;

import jakarta.json.JsonObject;

/**
 * An event that an expression asks for.
 *
 * @param action the action, starting with {@code custom_}
 * @param data what it tells
 */
public record ExpressionEvent(String action, JsonObject data) {
}
