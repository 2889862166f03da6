package org.gatehouse.authenticator;

import org.gatehouse.model.WireName;

/** Whether a security key has to check that it is its owner who touches it (WebAuthn section 5.8.6). */
public enum UserVerification implements WireName {
    REQUIRED,
    PREFERRED,
    DISCOURAGED
}
