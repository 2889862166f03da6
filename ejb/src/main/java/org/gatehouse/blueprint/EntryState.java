package org.gatehouse.blueprint;

import org.gatehouse.model.WireName;

/** What a blueprint entry wants of its object. */
public enum EntryState implements WireName {
    /** There, with these attributes: created or changed. */
    PRESENT,
    /** There; an existing one is left as it is. */
    CREATED,
    /** Not there yet: an existing one is an error. */
    MUST_CREATED,
    /** Not there: an existing one is deleted. */
    ABSENT
}
