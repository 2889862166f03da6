/**
 * The policy type {@code reputation}, and the scores behind it. Start with {@link org.gatehouse.policy.reputation.ReputationPolicy};
 * {@link org.gatehouse.policy.reputation.Reputations} keeps the scores. Invariant: what strangers can make the product remember is
 * bounded in number, in size and in time.
 */
package org.gatehouse.policy.reputation;
