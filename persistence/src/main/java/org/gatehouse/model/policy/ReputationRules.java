package org.gatehouse.model.policy;

import java.time.Duration;

/**
 * How scores behave.
 *
 * @param lowest no score gets lower
 * @param highest no score gets higher
 * @param fading how long a score takes to come one point closer to zero by itself
 * @param lifetime how long a score is remembered after its last change
 */
public record ReputationRules(long lowest, long highest, Duration fading, Duration lifetime) {
}
