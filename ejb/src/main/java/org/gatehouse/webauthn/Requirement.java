package org.gatehouse.webauthn;

import org.gatehouse.model.WireName;

/** How much something is wanted of an authenticator: user verification, or a discoverable credential (sections 5.4.6 and 5.8.6). */
public enum Requirement implements WireName {
    /** Without it, nothing is accepted. */
    REQUIRED,
    /** Taken where it is to be had. */
    PREFERRED,
    /** Better not. */
    DISCOURAGED
}
