/**
 * Bindings of policies, groups and users to what they guard ({@link org.gatehouse.model.policy.PolicyBinding}), and what policies
 * remember from one decision to the next: {@link org.gatehouse.model.policy.Reputation} and
 * {@link org.gatehouse.model.policy.PasswordHistory}. Both are bounded: a score expires, a history has a length.
 */
package org.gatehouse.model.policy;
