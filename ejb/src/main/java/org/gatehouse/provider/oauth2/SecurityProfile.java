package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/** Sets of rules that a client can be bound to as a whole. Each holds everything the one before it does. */
public enum SecurityProfile implements WireName {
    /** What the other settings say, and no more. */
    NONE("none"),
    /** OAuth 2.1 (draft-ietf-oauth-v2-1): codes only, with PKCE, to exact addresses. */
    OAUTH_2_1("oauth_2_1"),
    /** FAPI 2.0 Security Profile: pushed requests, keys instead of secrets, tokens bound to their sender. */
    FAPI_2_SECURITY("fapi_2_security"),
    /** FAPI 2.0 Message Signing: requests and answers signed as well. */
    FAPI_2_MESSAGE_SIGNING("fapi_2_message_signing");

    private final String wireName;

    SecurityProfile(String wireName) {
        this.wireName = wireName;
    }

    @Override
    public String wireName() {
        return wireName;
    }

    /** Whether a client that is bound to this one keeps the rules of {@code other} too. */
    public boolean includes(SecurityProfile other) {
        return compareTo(other) >= 0;
    }

    /** Whether this is one of FAPI 2.0. */
    public boolean isFapi() {
        return includes(FAPI_2_SECURITY);
    }
}
