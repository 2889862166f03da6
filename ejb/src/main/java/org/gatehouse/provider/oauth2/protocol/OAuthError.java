package org.gatehouse.provider.oauth2.protocol;

import java.time.Duration;

/**
 * An error answer.
 *
 * @param description for the client's developer; never quotes what was sent, and keeps to the characters of RFC 6749 section 5.2
 * @param retryAfter when it is worth to come again ({@code Retry-After}), or null where that is not known
 */
public record OAuthError(OAuthErrorCode code, String description, Duration retryAfter) {

    /** An error that will be the same the next time, as far as anybody knows. */
    public OAuthError(OAuthErrorCode code, String description) {
        this(code, description, null);
    }

    /** The value of {@code error}. */
    public String error() {
        return code.wireName();
    }
}
