package org.gatehouse.authenticator;

import org.gatehouse.model.WireName;

/** Which kind of authenticator a browser is to offer first (WebAuthn Level 3 section 5.8.7). */
public enum WebAuthnHint implements WireName {
    SECURITY_KEY("security-key"),
    CLIENT_DEVICE("client-device"),
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
