package org.gatehouse.policy;

import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * What a policy, or all policies of a target together, say.
 *
 * @param passing yes or no
 * @param failed whether a "no" comes from an evaluation that threw, timed out or found no capacity, and not from a decision. Who
 *     takes a "no" as "leave this step out" must refuse instead when this is set: an error must not skip the step that guards
 *     a login
 * @param messages texts for the user, in order
 * @param facts what is to be noted in the plan of the flow that was asked about, by name; without meaning elsewhere
 */
public record PolicyVerdict(boolean passing, boolean failed, List<String> messages, Map<String, JsonValue> facts) {

    public PolicyVerdict {
        messages = List.copyOf(messages);
        facts = Map.copyOf(facts);
    }

    /** A verdict that leaves no facts. */
    public PolicyVerdict(boolean passing, boolean failed, List<String> messages) {
        this(passing, failed, messages, Map.of());
    }

    /** A verdict that was decided. */
    public PolicyVerdict(boolean passing, List<String> messages) {
        this(passing, false, messages);
    }

    public static PolicyVerdict pass() {
        return new PolicyVerdict(true, List.of());
    }

    public static PolicyVerdict deny(String... messages) {
        return new PolicyVerdict(false, List.of(messages));
    }

    /** The "no" of something that could not be evaluated. */
    public static PolicyVerdict failure() {
        return new PolicyVerdict(false, true, List.of());
    }

    /** The opposite decision with the same messages. */
    PolicyVerdict negated() {
        return new PolicyVerdict(!passing, failed, messages, facts);
    }
}
