package org.gatehouse.blueprint;

import org.gatehouse.model.WireName;

/** What an entry asks for. */
public enum EntryState implements WireName {
    /** The object exists and has these values. */
    PRESENT,
    /** The object exists; one that does is left as it is. */
    CREATED,
    /** The object does not exist yet and is made. */
    MUST_CREATED,
    /** There is no such object. */
    ABSENT
}
