package org.gatehouse.provider.oauth2.protocol;

import org.gatehouse.model.WireName;

/** Error codes and the HTTP status that goes with them when they are answered directly. */
public enum OAuthErrorCode implements WireName {
    /** RFC 6749 sections 4.1.2.1 and 5.2. */
    INVALID_REQUEST(400),
    INVALID_CLIENT(401),
    INVALID_GRANT(400),
    UNAUTHORIZED_CLIENT(400),
    UNSUPPORTED_GRANT_TYPE(400),
    UNSUPPORTED_RESPONSE_TYPE(400),
    INVALID_SCOPE(400),
    ACCESS_DENIED(400),
    /** OpenID Connect Core 1.0 section 3.1.2.6. */
    LOGIN_REQUIRED(400),
    CONSENT_REQUIRED(400),
    INTERACTION_REQUIRED(400),
    REQUEST_NOT_SUPPORTED(400),
    REQUEST_URI_NOT_SUPPORTED(400),
    /** OpenID Connect Core Unmet Authentication Requirements 1.0 section 2, RFC 9470 section 5. */
    UNMET_AUTHENTICATION_REQUIREMENTS(400),
    /** RFC 9101 section 7. */
    INVALID_REQUEST_OBJECT(400),
    INVALID_REQUEST_URI(400),
    /** RFC 8707 section 2, RFC 8693 section 2.2.2. */
    INVALID_TARGET(400),
    /** RFC 9396 section 5. */
    INVALID_AUTHORIZATION_DETAILS(400),
    /** RFC 6750 section 3.1. */
    INVALID_TOKEN(401),
    INSUFFICIENT_SCOPE(403),
    /** RFC 9449 sections 5 and 8; a protected resource answers with 401 instead (section 7.1). */
    INVALID_DPOP_PROOF(400),
    USE_DPOP_NONCE(400),
    /** RFC 7591 section 3.2.2. */
    INVALID_REDIRECT_URI(400),
    INVALID_CLIENT_METADATA(400),
    INVALID_SOFTWARE_STATEMENT(400),
    UNAPPROVED_SOFTWARE_STATEMENT(400),
    /** Of the contract's registration: no such way to register. */
    NOT_FOUND(404),
    /** RFC 8628 section 3.5. */
    AUTHORIZATION_PENDING(400),
    SLOW_DOWN(400),
    EXPIRED_TOKEN(400),
    /** Too many requests from one place (RFC 6585 section 4); the name is one of RFC 6749 section 4.1.2.1. */
    TEMPORARILY_UNAVAILABLE(429);

    private final int status;

    OAuthErrorCode(int status) {
        this.status = status;
    }

    public int status() {
        return status;
    }
}
