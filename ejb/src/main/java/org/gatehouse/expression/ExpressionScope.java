package org.gatehouse.expression;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What an expression of one use sees, may do and must yield. Equal scopes share compiled expressions, so a scope is a constant of the
 * type that uses it.
 *
 * @param variables the declared variables, by name; an expression that mentions another one is refused when it is saved
 * @param result what the expression must yield
 * @param effects what it may do beside that
 */
public record ExpressionScope(Map<String, ValueType> variables, ValueType result, Set<ExpressionEffect> effects) {

    public ExpressionScope {
        variables = Map.copyOf(variables);
        effects = Set.copyOf(effects);
    }

    /** A scope without variables and effects. */
    public static ExpressionScope yielding(ValueType result) {
        return new ExpressionScope(Map.of(), result, Set.of());
    }

    /** This scope with one more variable. */
    public ExpressionScope with(String variable, ValueType type) {
        Map<String, ValueType> more = new LinkedHashMap<>(variables);
        more.put(variable, type);
        return new ExpressionScope(more, result, effects);
    }

    /** This scope with {@code message("…")}. */
    public ExpressionScope withMessages() {
        return with(ExpressionEffect.MESSAGES);
    }

    /** This scope with one more effect. */
    public ExpressionScope with(ExpressionEffect effect) {
        Set<ExpressionEffect> more = EnumSet.of(effect);
        more.addAll(effects);
        return new ExpressionScope(variables, result, more);
    }
}
