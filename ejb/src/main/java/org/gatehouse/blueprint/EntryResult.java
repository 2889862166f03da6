package org.gatehouse.blueprint;

import org.gatehouse.model.WireName;

/** What became of an entry. */
public enum EntryResult implements WireName {
    CREATED,
    UPDATED,
    DELETED,
    /** Everything was as the entry says. */
    UNCHANGED,
    /** A condition did not hold. */
    PASSED_OVER
}
