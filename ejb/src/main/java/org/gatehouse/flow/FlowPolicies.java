package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.UserVariables;
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
    private UserVariables users;

    @Inject
    private RequestOrigin origin;

    /**
     * The verdict on a flow or binding.
     *
     * @throws PoliciesFailed when they cannot be asked, or one that fails is what makes it a "no": junk in a header must never
     *     look like "this stage is not needed" (CVE-2024-47070)
     */
    PolicyVerdict decide(UUID target, PolicyEngineMode mode, FlowContext flow) {
        PolicyVerdict verdict = ask(target, mode, flow);
        if (verdict.failed()) {
            throw new PoliciesFailed(null);
        }
        PolicyFacts.note(verdict.facts(), flow.plan());
        return verdict;
    }

    private PolicyVerdict ask(UUID target, PolicyEngineMode mode, FlowContext flow) {
        try {
            return engine.decide(target, mode, new PolicyRequest(flow.pendingUser(), Optional.ofNullable(origin.clientIp()),
                    origin.userAgent(), variables(flow)));
        } catch (RuntimeException broken) {
            throw new PoliciesFailed(broken);
        }
    }

    /** Whether a stage is to be shown now; true unless its binding says otherwise. */
    boolean admit(PlannedStage stage, FlowContext flow) {
        return !stage.reEvaluate() || stage.binding().map(id -> decide(id, stage.mode(), flow).passing()).orElse(true);
    }

    /** The plan's facts by the contract's names; {@code pending_user} is the user itself, and is missing when there is none. */
    private Map<String, Object> variables(FlowContext flow) {
        Map<String, Object> variables = new LinkedHashMap<>(flow.plan().toJson());
        variables.values().removeIf(JsonValue.NULL::equals);
        variables.remove(ContextKeys.PENDING_USER.name());
        variables.put(PolicyFacts.HTTP_REQUEST, PolicyFacts.httpRequest(origin, flow.query()));
        flow.pendingUser().ifPresent(user -> variables.put(ContextKeys.PENDING_USER.name(), users.of(user)));
        return variables;
    }
}
