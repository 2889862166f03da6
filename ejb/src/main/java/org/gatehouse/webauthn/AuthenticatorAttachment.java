package org.gatehouse.webauthn;

import org.gatehouse.model.WireName;

/** Which authenticators may be registered (section 5.4.5). */
public enum AuthenticatorAttachment implements WireName {
    /** Those built into the device that the browser runs on. */
    PLATFORM("platform"),
    /** Those that can be carried from one device to another. */
    CROSS_PLATFORM("cross-platform");

    private final String wireName;

    AuthenticatorAttachment(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
