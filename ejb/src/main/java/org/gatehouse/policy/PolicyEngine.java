package org.gatehouse.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * Evaluates the policies, groups and users that are bound to a target.
 *
 * <p>All policies of a target run at the same time, so a decision takes as long as the slowest of them, at most the longest
 * timeout. Whatever goes wrong on the way is a "no" with {@link PolicyVerdict#failed()} set, never an exception.
 */
@Stateless
public class PolicyEngine {

    @Inject
    private PolicyBindingRepository bindings;

    @Inject
    private GroupRepository groups;

    @Inject
    private BindingEvaluation evaluation;

    @Inject
    private PolicyEvents events;

    public PolicyEngine() {
    }

    PolicyEngine(PolicyBindingRepository bindings, GroupRepository groups, BindingEvaluation evaluation, PolicyEvents events) {
        this.bindings = bindings;
        this.groups = groups;
        this.evaluation = evaluation;
        this.events = events;
    }

    /**
     * The verdict of everything bound to {@code target}: one passing binding is enough ({@link PolicyEngineMode#ANY}), or all
     * must pass. A target without enabled bindings passes; one whose bindings have all expired does not.
     */
    public PolicyVerdict decide(UUID target, PolicyEngineMode mode, PolicyRequest request) {
        return decideEach(Map.of(target, mode), request).get(target);
    }

    /** As {@link #decide}, for several targets with the same two queries. */
    public Map<UUID, PolicyVerdict> decideEach(Map<UUID, PolicyEngineMode> targets, PolicyRequest request) {
        Map<UUID, PolicyVerdict> verdicts = new LinkedHashMap<>();
        try {
            Map<UUID, List<PolicyBinding>> byTarget = bindings.findEnabled(targets.keySet()).stream()
                    .collect(Collectors.groupingBy(PolicyBinding::getTargetId));
            PolicyRequest complete = byTarget.isEmpty() ? request : withGroups(request);
            targets.forEach((target, mode) ->
                    verdicts.put(target, decide(byTarget.getOrDefault(target, List.of()), mode, complete)));
        } catch (RuntimeException broken) {
            targets.keySet().stream().filter(target -> !verdicts.containsKey(target)).forEach(target -> {
                events.failed(target, request, broken);
                verdicts.put(target, PolicyVerdict.failure());
            });
        }
        return verdicts;
    }

    private PolicyRequest withGroups(PolicyRequest request) {
        return request.user().map(user -> request.withGroups(groups.findEffective(user.getId()))).orElse(request);
    }

    private PolicyVerdict decide(List<PolicyBinding> bound, PolicyEngineMode mode, PolicyRequest request) {
        if (bound.isEmpty()) {
            return PolicyVerdict.pass();
        }
        List<Supplier<PolicyVerdict>> started = bound.stream().map(binding -> evaluation.start(binding, request)).toList();
        List<PolicyVerdict> verdicts = started.stream().map(Supplier::get).toList();
        boolean passing = mode == PolicyEngineMode.ANY ? verdicts.stream().anyMatch(PolicyVerdict::passing)
                : verdicts.stream().allMatch(PolicyVerdict::passing);
        boolean failed = !passing && verdicts.stream().anyMatch(PolicyVerdict::failed);
        return new PolicyVerdict(passing, failed, verdicts.stream().flatMap(verdict -> verdict.messages().stream()).toList(), factsOf(verdicts));
    }

    /** Of one name, the fact of the later policy. */
    private static Map<String, JsonValue> factsOf(List<PolicyVerdict> verdicts) {
        Map<String, JsonValue> facts = new LinkedHashMap<>();
        verdicts.forEach(verdict -> facts.putAll(verdict.facts()));
        return facts;
    }
}
