/**
 * Policies: a yes or no with messages. {@link org.gatehouse.policy.PolicyEngine} evaluates what is bound to a target, each
 * binding by {@link org.gatehouse.policy.BindingEvaluation}; a policy that throws or times out counts as its binding's
 * {@code failure_result} and leaves a {@code policy_exception} event, so it never lets anyone in by accident. Policy types
 * implement {@link org.gatehouse.policy.PolicyType}, each in a package of its own below this one.
 */
package org.gatehouse.policy;
