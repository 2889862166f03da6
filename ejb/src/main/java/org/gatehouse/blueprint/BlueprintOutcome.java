package org.gatehouse.blueprint;

import java.util.List;

/**
 * How an application, or the rehearsal of one, ended.
 *
 * @param changes what became of each entry; empty when it could not be applied
 * @param problem what is wrong, a sentence with file, entry and line; empty when nothing is
 */
public record BlueprintOutcome(List<EntryChange> changes, String problem) {

    /** Whether it could be applied. */
    public boolean successful() {
        return problem.isEmpty();
    }
}
