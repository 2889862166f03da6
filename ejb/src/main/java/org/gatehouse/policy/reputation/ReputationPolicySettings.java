package org.gatehouse.policy.reputation;

import org.gatehouse.type.Default;

/**
 * The settings of a reputation policy.
 *
 * @param executionLogging whether each decision leaves an event
 * @param checkIp whether the browser's address counts
 * @param checkUsername whether the name counts that was typed, or that the user has
 * @param threshold the policy passes when the score is this or lower
 */
public record ReputationPolicySettings(
        @Default("false") boolean executionLogging,
        @Default("true") boolean checkIp,
        @Default("true") boolean checkUsername,
        @Default("-5") int threshold) {
}
