package org.gatehouse.provider.oauth2.protocol;

/**
 * An error answer.
 *
 * @param description for the client's developer; never quotes what was sent, and keeps to the characters of RFC 6749 section 5.2
 */
public record OAuthError(OAuthErrorCode code, String description) {

    /** The value of {@code error}. */
    public String error() {
        return code.wireName();
    }
}
