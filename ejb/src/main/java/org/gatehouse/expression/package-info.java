/**
 * Expressions that administrators write: CEL, compiled and type-checked when saved, evaluated in a sandbox without unbounded
 * loops, I/O or reflection. {@link org.gatehouse.expression.Expressions} is the way in; an
 * {@link org.gatehouse.expression.ExpressionScope} says which variables a use offers. Only values cross the border (text,
 * numbers, booleans, instants, durations, lists, maps, null): {@link org.gatehouse.expression.ExpressionValues} converts them.
 * Every variable and function is shown, with examples that a test evaluates, in {@code docs/expressions.md}.
 */
package org.gatehouse.expression;
