package org.gatehouse.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.policy.PolicyBinding;
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
    private EnabledBindings bindings;

    @Inject
    private GroupRepository groups;

    @Inject
    private BindingEvaluation evaluation;

    @Inject
    private PolicyEvents events;

    public PolicyEngine() {
    }

    PolicyEngine(EnabledBindings bindings, GroupRepository groups, BindingEvaluation evaluation, PolicyEvents events) {
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
            Map<UUID, List<PolicyBinding>> byTarget = bindings.of(targets.keySet());
            PolicyRequest complete = byTarget.values().stream().allMatch(List::isEmpty) ? request : withGroups(request);
            targets.forEach((target, mode) -> verdicts.put(target, decide(byTarget.get(target), mode, complete)));
        } catch (RuntimeException broken) {
            targets.keySet().stream().filter(target -> !verdicts.containsKey(target)).forEach(target -> {
                events.failed(target, request, broken);
                verdicts.put(target, PolicyVerdict.failure());
            });
        }
        return verdicts;
    }

    /** Whether anything is bound to the target. Once the node is warm this costs no query, so what is not guarded costs nothing. */
    public boolean isGuarded(UUID target) {
        return !bindings.of(List.of(target)).get(target).isEmpty();
    }

    /** As {@link #decide}, with what each binding says. */
    public PolicyExplanation explain(UUID target, PolicyEngineMode mode, PolicyRequest request) {
        try {
            List<PolicyBinding> bound = bindings.of(List.of(target)).get(target);
            List<PolicyVerdict> verdicts = bound.isEmpty() ? List.of() : ask(bound, withGroups(request));
            return new PolicyExplanation(together(verdicts, mode), IntStream.range(0, bound.size())
                    .mapToObj(i -> new PolicyExplanation.Part(EnabledBindings.label(bound.get(i)), verdicts.get(i))).toList());
        } catch (RuntimeException broken) {
            events.failed(target, request, broken);
            return new PolicyExplanation(PolicyVerdict.failure(), List.of());
        }
    }

    private PolicyRequest withGroups(PolicyRequest request) {
        return request.groups().isEmpty()
                ? request.user().map(user -> request.withGroups(groups.findEffective(user.getId()))).orElse(request) : request;
    }

    private PolicyVerdict decide(List<PolicyBinding> bound, PolicyEngineMode mode, PolicyRequest request) {
        return together(ask(bound, request), mode);
    }

    private List<PolicyVerdict> ask(List<PolicyBinding> bound, PolicyRequest request) {
        List<Supplier<PolicyVerdict>> started = bound.stream().map(binding -> evaluation.start(binding, request)).toList();
        return started.stream().map(Supplier::get).toList();
    }

    private static PolicyVerdict together(List<PolicyVerdict> verdicts, PolicyEngineMode mode) {
        if (verdicts.isEmpty()) {
            return PolicyVerdict.pass();
        }
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
