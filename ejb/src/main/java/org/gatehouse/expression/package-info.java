/**
 * Expressions that administrators write: CEL, compiled and type-checked when saved, evaluated in a sandbox without loops, I/O
 * or reflection. {@link org.gatehouse.expression.Expressions} is the way in; an
 * {@link org.gatehouse.expression.ExpressionScope} says which variables a use offers.
 */
package org.gatehouse.expression;
