package org.gatehouse.flow.stage.authenticatorvalidate;

import org.gatehouse.model.WireName;

/** What becomes of a user who has nothing to validate with. */
public enum NotConfiguredAction implements WireName {
    /** They go on without. */
    SKIP,
    /** They do not. */
    DENY,
    /** They set a device up first. */
    CONFIGURE
}
