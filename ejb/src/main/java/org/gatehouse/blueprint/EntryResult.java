package org.gatehouse.blueprint;

/** What became of an entry. */
public enum EntryResult {
    CREATED,
    UPDATED,
    DELETED,
    /** Everything was as the entry says. */
    UNCHANGED,
    /** A condition did not hold. */
    PASSED_OVER
}
