package org.gatehouse.policy;

import java.util.Optional;
import org.gatehouse.type.ConfigurableType;

/**
 * The behaviour of one type of policy.
 *
 * @param <S> its settings
 */
public interface PolicyType<S extends Record> extends ConfigurableType<S> {

    /**
     * Decides. Called by {@link PolicyEngine} on a thread of its own, outside of any transaction and request, that is
     * interrupted when the binding's timeout has passed; whatever is thrown counts as the binding's failure result. A request that is a
     * trial ({@link PolicyRequest#isTrial}) leaves nothing changed.
     */
    PolicyVerdict decide(PolicyRequest request, S settings);

    /**
     * Called before {@link #decide}, on the caller's thread and in its transaction: adds to the request what has to be read from the
     * database, under a key of the type's own. Deciding must not need a connection: whoever waits for the verdict holds one already, and
     * under load all would wait for a second. Whatever is thrown counts as the binding's failure result.
     */
    default PolicyRequest gather(PolicyRequest request, S settings) {
        return request;
    }

    /**
     * What of the request a verdict depends on, as a value with {@code equals}: for the same policy, unchanged, and equal facts a verdict
     * may be used again for some minutes ({@link VerdictCache}). Empty, which is the default, where each request has to be decided anew:
     * because the verdict also depends on time, on stored state or on chance, because it has effects, or because comparing the facts
     * would cost as much as deciding. A secret never belongs into the facts. Called on the caller's thread, so it must be quick.
     */
    default Optional<Object> facts(PolicyRequest request, S settings) {
        return Optional.empty();
    }

    /** Whether each decision leaves a {@code policy_execution} event. */
    default boolean logsExecution(S settings) {
        return false;
    }
}
