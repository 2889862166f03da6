package org.gatehouse.policy;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gatehouse.model.config.Policy;

/**
 * A stored policy with its behaviour and settings, ready to be asked on any thread.
 *
 * @param policy the stored policy
 * @param gathering adds what has to be read first; see {@link PolicyType#gather}
 * @param decision asks it; may throw anything
 * @param facts what of a request the verdict depends on, if it may be used again; see {@link PolicyType#facts}
 * @param logged whether its decisions leave events
 */
public record PreparedPolicy(Policy policy, UnaryOperator<PolicyRequest> gathering, Function<PolicyRequest, PolicyVerdict> decision,
        Function<PolicyRequest, Optional<Object>> facts, boolean logged) {

    /** A policy that reads nothing and is asked each time. */
    public PreparedPolicy(Policy policy, Function<PolicyRequest, PolicyVerdict> decision, boolean logged) {
        this(policy, UnaryOperator.identity(), decision, request -> Optional.empty(), logged);
    }
}
