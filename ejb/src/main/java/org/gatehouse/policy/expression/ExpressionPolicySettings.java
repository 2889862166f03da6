package org.gatehouse.policy.expression;

import jakarta.validation.constraints.NotBlank;
import org.gatehouse.type.Default;
import org.gatehouse.type.Expression;

/**
 * The settings of an expression policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param expression yields true to pass; see {@link ExpressionPolicy#SCOPE}
 */
public record ExpressionPolicySettings(@Default("false") boolean executionLogging, @NotBlank @Expression String expression) {
}
