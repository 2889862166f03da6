package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.config.Policy;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.TypeDescriptor;

/** Finds the behaviour of a stored policy and reads its settings. */
@ApplicationScoped
public class PolicyBehaviours {

    @Inject
    private ConfiguredObjects objects;

    /** @throws RuntimeException when this installation lacks the policy's type or cannot read its settings */
    public PreparedPolicy prepare(Policy policy) {
        return prepare(policy, objects.typeOf(policy));
    }

    private <S extends Record> PreparedPolicy prepare(Policy policy, TypeDescriptor<S> type) {
        if (!(type.behaviour() instanceof PolicyType<S> behaviour)) {
            throw new IllegalStateException(type.behaviourClass().getName() + " is no PolicyType.");
        }
        S settings = objects.settings(policy, type.settingsType());
        return new PreparedPolicy(policy, request -> behaviour.gather(request, settings),
                request -> behaviour.decide(request, settings), request -> behaviour.facts(request, settings), behaviour.logsExecution(settings));
    }
}
