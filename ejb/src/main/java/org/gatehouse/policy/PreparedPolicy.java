package org.gatehouse.policy;

import java.util.function.Function;
import org.gatehouse.model.config.Policy;

/**
 * A stored policy with its behaviour and settings, ready to be asked on any thread.
 *
 * @param policy the stored policy
 * @param decision asks it; may throw anything
 * @param logged whether its decisions leave events
 */
public record PreparedPolicy(Policy policy, Function<PolicyRequest, PolicyVerdict> decision, boolean logged) {
}
