package org.gatehouse.blueprint;

import java.util.Collection;
import java.util.Set;
import org.gatehouse.model.WireName;

/** What became of an entry. */
public enum EntryResult implements WireName {
    CREATED,
    UPDATED,
    DELETED,
    /** Everything was as the entry says. */
    UNCHANGED,
    /** A condition did not hold. */
    PASSED_OVER;

    /** What became of a blueprint, in a sentence. */
    static String summary(Collection<EntryResult> results) {
        long changed = results.stream().filter(Set.of(CREATED, UPDATED, DELETED)::contains).count();
        return changed + " of " + results.size() + " entries led to changes.";
    }
}
