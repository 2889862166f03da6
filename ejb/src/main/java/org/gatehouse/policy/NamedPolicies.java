package org.gatehouse.policy;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.policy.PolicyBinding;

/**
 * Asks policies that are bound to nothing but named by a setting, such as the validation policies of a prompt stage. They run as
 * bound ones do: at the same time, with a timeout, and one that breaks says no and leaves an event.
 */
@Stateless
public class NamedPolicies {

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private GroupRepository groups;

    @Inject
    private BindingEvaluation evaluation;

    /**
     * The verdict of each policy, in their order.
     *
     * @param owner what names them; events mention it
     */
    public List<PolicyVerdict> decide(UUID owner, List<UUID> policies, PolicyRequest request) {
        if (policies.isEmpty()) {
            return List.of();
        }
        PolicyRequest complete = request.user().map(user -> request.withGroups(groups.findEffective(user.getId()))).orElse(request);
        List<Supplier<PolicyVerdict>> started = policies.stream().map(id -> start(owner, id, complete)).toList();
        return started.stream().map(Supplier::get).toList();
    }

    private Supplier<PolicyVerdict> start(UUID owner, UUID id, PolicyRequest request) {
        Optional<Policy> policy = objects.find(Policy.class, id);
        return policy.map(found -> evaluation.start(binding(owner, found), request)).orElse(PolicyVerdict::failure);
    }

    /** The defaults of a binding; it is not stored. */
    private static PolicyBinding binding(UUID owner, Policy policy) {
        PolicyBinding binding = new PolicyBinding();
        binding.setId(policy.getId());
        binding.setTargetId(owner);
        binding.setPolicy(policy);
        return binding;
    }
}
