/**
 * The policy type {@code expression}: an administrator's expression decides. Start with
 * {@link org.gatehouse.policy.expression.ExpressionPolicy}, which says what expressions see.
 */
package org.gatehouse.policy.expression;
