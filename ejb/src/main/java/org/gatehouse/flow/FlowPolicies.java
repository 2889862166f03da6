package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;

/** Asks the policies of flows and stage bindings about a running flow. */
@ApplicationScoped
public class FlowPolicies {

    @Inject
    private PolicyEngine engine;

    @Inject
    private RequestOrigin origin;

    /**
     * The verdict on a flow or binding.
     *
     * @throws PoliciesFailed when they cannot be asked; junk in a header must never look like "this stage is not needed"
     */
    PolicyVerdict decide(UUID target, PolicyEngineMode mode, FlowContext flow) {
        try {
            PolicyRequest request = new PolicyRequest(flow.pendingUser(), Optional.ofNullable(origin.clientIp()), origin.userAgent(),
                    PlanVariables.of(flow));
            return engine.decide(target, mode, request);
        } catch (RuntimeException broken) {
            throw new PoliciesFailed(broken);
        }
    }

    /** Whether a stage is to be shown now; true unless its binding says otherwise. */
    boolean admit(PlannedStage stage, FlowContext flow) {
        return !stage.reEvaluate() || stage.binding().map(id -> decide(id, stage.mode(), flow).passing()).orElse(true);
    }
}
