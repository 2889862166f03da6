package org.gatehouse.expression;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What an expression of one use sees and must yield. Equal scopes share compiled expressions, so a scope is a constant of the
 * type that uses it.
 *
 * @param variables the declared variables, by name; an expression that mentions another one is refused when it is saved
 * @param result what the expression must yield
 * @param messages whether {@code message("…")} may leave texts for the user
 */
public record ExpressionScope(Map<String, ValueType> variables, ValueType result, boolean messages) {

    public ExpressionScope {
        variables = Map.copyOf(variables);
    }

    /** A scope without variables. */
    public static ExpressionScope yielding(ValueType result) {
        return new ExpressionScope(Map.of(), result, false);
    }

    /** This scope with one more variable. */
    public ExpressionScope with(String variable, ValueType type) {
        Map<String, ValueType> more = new LinkedHashMap<>(variables);
        more.put(variable, type);
        return new ExpressionScope(more, result, messages);
    }

    /** This scope with {@code message("…")}. */
    public ExpressionScope withMessages() {
        return new ExpressionScope(variables, result, true);
    }
}
