package org.gatehouse.policy;

import java.util.List;

/**
 * A verdict, and what it was made of.
 *
 * @param verdict what all together say
 * @param parts what each binding says, in order; empty when nothing is bound
 */
public record PolicyExplanation(PolicyVerdict verdict, List<Part> parts) {

    public PolicyExplanation {
        parts = List.copyOf(parts);
    }

    /**
     * What one binding says.
     *
     * @param label what is bound, in words for an administrator
     * @param verdict what it says, negation included
     */
    public record Part(String label, PolicyVerdict verdict) {
    }
}
