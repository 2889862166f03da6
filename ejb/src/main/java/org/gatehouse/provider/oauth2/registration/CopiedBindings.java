package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.policy.PolicyBinding;
import org.gatehouse.model.policy.PolicyBindingRepository;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.provider.GuardedApplication;

/**
 * Guards the application of a registered client from the first moment: with what is bound to the way to register, or else with what is
 * bound to the application it registered with. Afterwards they are its own.
 */
@ApplicationScoped
public class CopiedBindings {

    @Inject
    private PolicyBindingRepository bindings;

    /** What a new application is guarded with. */
    record Guard(List<PolicyBinding> bindings, PolicyEngineMode mode) {
    }

    Guard of(ClientRegistration registration, GuardedApplication parent) {
        List<PolicyBinding> own = bindings.findEnabled(List.of(registration.getId()));
        return own.isEmpty() ? new Guard(bindings.findEnabled(List.of(parent.id())), parent.mode())
                : new Guard(own, registration.getPolicyEngineMode());
    }

    void copy(Guard guard, UUID applicationId) {
        guard.bindings().forEach(binding -> bindings.add(copyOf(binding, applicationId)));
    }

    private static PolicyBinding copyOf(PolicyBinding binding, UUID applicationId) {
        PolicyBinding copy = new PolicyBinding();
        copy.setId(UUID.randomUUID());
        copy.setTargetId(applicationId);
        copy.setPolicy(binding.getPolicy());
        copy.setGroup(binding.getGroup());
        copy.setUser(binding.getUser());
        copy.setPosition(binding.getPosition());
        copy.setNegate(binding.isNegate());
        copy.setTimeout(binding.getTimeout());
        copy.setFailureResult(binding.isFailureResult());
        copy.setExpires(binding.getExpires());
        return copy;
    }
}
