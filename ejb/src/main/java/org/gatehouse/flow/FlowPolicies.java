package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.expression.UserVariables;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.policy.PolicyEngine;
import org.gatehouse.policy.PolicyExplanation;
import org.gatehouse.policy.PolicyRequest;
import org.gatehouse.policy.PolicyVerdict;
import org.gatehouse.session.KnownDevices;

/** Asks the policies of flows and stage bindings about a running flow. */
@ApplicationScoped
public class FlowPolicies {

    /** Whether the pending user has logged in with this browser before. */
    private static final String KNOWN_DEVICE = "known_device";
    private static final PolicyExplanation NOTHING_BOUND = new PolicyExplanation(PolicyVerdict.pass(), List.of());

    @Inject
    private PolicyEngine engine;

    @Inject
    private GroupRepository groups;

    @Inject
    private RequestOrigin origin;

    @Inject
    private KnownDevices devices;

    /**
     * The verdict on a flow or binding.
     *
     * @throws PoliciesFailed when they cannot be asked, or one that fails is what makes it a "no": junk in a header must never
     *     look like "this stage is not needed" (CVE-2024-47070)
     */
    PolicyVerdict decide(UUID target, PolicyEngineMode mode, RunningFlow flow) {
        PolicyExplanation explanation = ask(target, mode, flow);
        if (!explanation.parts().isEmpty()) {
            flow.state().history().decided(FlowDecision.of(target.equals(flow.flow().id()) ? "flow" : target.toString(), explanation));
        }
        if (explanation.verdict().failed()) {
            throw new PoliciesFailed(null);
        }
        PolicyFacts.note(explanation.verdict().facts(), flow.plan());
        return explanation.verdict();
    }

    private PolicyExplanation ask(UUID target, PolicyEngineMode mode, FlowContext flow) {
        try {
            return engine.isGuarded(target) ? engine.explain(target, mode, requestOf(flow)) : NOTHING_BOUND;
        } catch (RuntimeException broken) {
            throw new PoliciesFailed(broken);
        }
    }

    /** A flow as policies and expressions see it; for stages that ask policies or evaluate expressions of their own. */
    public PolicyRequest requestOf(FlowContext flow) {
        Optional<User> user = flow.pendingUser();
        List<Group> effective = user.map(known -> groups.findEffective(known.getId())).orElse(List.of());
        Map<String, Object> variables = variables(flow);
        user.ifPresent(known -> variables.put(ContextKeys.PENDING_USER.name(), UserVariables.of(known, effective)));
        return new PolicyRequest(user, Optional.ofNullable(origin.clientIp()), origin.userAgent(), variables, effective);
    }

    /** Notes what policies have found out, for stages that ask policies of their own. */
    public void note(Map<String, JsonValue> facts, FlowContext flow) {
        PolicyFacts.note(facts, flow.plan());
    }

    /** Whether a stage is to be shown now; true unless its binding says otherwise. */
    boolean admit(PlannedStage stage, RunningFlow flow) {
        return !stage.reEvaluate() || stage.binding().map(id -> decide(id, stage.mode(), flow).passing()).orElse(true);
    }

    /** A user as the policies of a flow see one who has just been identified in it; for asking them without running anything. */
    public PolicyRequest requestAbout(User user) {
        Map<String, Object> variables = new LinkedHashMap<>();
        List<Group> effective = groups.findEffective(user.getId());
        variables.put(ContextKeys.PENDING_USER.name(), UserVariables.of(user, effective));
        variables.put(ContextKeys.PENDING_USER_IDENTIFIER.name(), user.getUsername());
        return new PolicyRequest(Optional.of(user), Optional.ofNullable(origin.clientIp()), origin.userAgent(), variables, effective);
    }

    /** The plan's facts by the contract's names, but for {@code pending_user}, which is to be the user itself. */
    private Map<String, Object> variables(FlowContext flow) {
        Map<String, Object> variables = new LinkedHashMap<>(flow.plan().toJson());
        variables.values().removeIf(JsonValue.NULL::equals);
        variables.remove(ContextKeys.PENDING_USER.name());
        variables.put(PolicyFacts.HTTP_REQUEST, PolicyFacts.httpRequest(origin, flow.query()));
        variables.put(KNOWN_DEVICE, flow.pendingUser().filter(devices::knows).isPresent());
        return variables;
    }
}
