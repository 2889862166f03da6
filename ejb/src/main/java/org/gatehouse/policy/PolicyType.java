package org.gatehouse.policy;

import org.gatehouse.type.ConfigurableType;

/**
 * The behaviour of one type of policy.
 *
 * @param <S> its settings
 */
public interface PolicyType<S extends Record> extends ConfigurableType<S> {

    /**
     * Decides. Called by {@link PolicyEngine} on a thread of its own, outside of any transaction and request, that is
     * interrupted when the binding's timeout has passed; whatever is thrown counts as the binding's failure result.
     */
    PolicyVerdict decide(PolicyRequest request, S settings);

    /** Whether each decision leaves a {@code policy_execution} event. */
    default boolean logsExecution(S settings) {
        return false;
    }
}
