package org.gatehouse.webauthn;

import org.gatehouse.model.WireName;

/** What the browser should offer first (section 5.8.7); it may ignore this. */
public enum WebAuthnHint implements WireName {
    /** A key that is plugged in or held against the device. */
    SECURITY_KEY("security-key"),
    /** The device itself. */
    CLIENT_DEVICE("client-device"),
    /** A telephone nearby. */
    HYBRID("hybrid");

    private final String wireName;

    WebAuthnHint(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }
}
