package org.gatehouse.policy;

import java.util.List;

/**
 * What a policy, or all policies of a target together, say.
 *
 * @param passing yes or no
 * @param messages texts for the user, in order
 */
public record PolicyVerdict(boolean passing, List<String> messages) {

    public PolicyVerdict {
        messages = List.copyOf(messages);
    }

    public static PolicyVerdict pass() {
        return new PolicyVerdict(true, List.of());
    }

    public static PolicyVerdict deny(String... messages) {
        return new PolicyVerdict(false, List.of(messages));
    }
}
