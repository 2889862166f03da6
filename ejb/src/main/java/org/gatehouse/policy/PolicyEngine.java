package org.gatehouse.policy;

import jakarta.ejb.Stateless;
import java.util.UUID;
import org.gatehouse.model.policy.PolicyEngineMode;

/** Evaluates the policies, groups and users that are bound to a target. */
@Stateless
public class PolicyEngine {

    /**
     * The verdict of everything bound to {@code target}: one passing binding is enough ({@link PolicyEngineMode#ANY}), or all
     * must pass. A target without (enabled, unexpired) bindings passes.
     */
    public PolicyVerdict decide(UUID target, PolicyEngineMode mode, PolicyRequest request) {
        throw new UnsupportedOperationException();
    }
}
