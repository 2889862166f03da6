package org.gatehouse.provider.oauth2;

import org.gatehouse.model.WireName;

/**
 * The ways in which clients prove who they are, by their names in metadata (OpenID Connect Core 1.0 section 9, RFC 8705 section 2). Clients that
 * choose from metadata by themselves take the first they know, so the ones that need no registered key come first.
 */
public enum ClientAuthenticationMethod implements WireName {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    /** Public clients prove nothing. */
    NONE,
    /** An assertion under a MAC of the client secret. */
    CLIENT_SECRET_JWT,
    /** An assertion signed with a key that the client has registered. */
    PRIVATE_KEY_JWT,
    /** A certificate of a trusted authority, recognised by its subject or an alternative name. */
    TLS_CLIENT_AUTH,
    /** A certificate that the client has registered among its keys. */
    SELF_SIGNED_TLS_CLIENT_AUTH;

    /** Whether the proof is the client secret itself, sent along. */
    public boolean sendsSecret() {
        return this == CLIENT_SECRET_BASIC || this == CLIENT_SECRET_POST;
    }

    /** Whether the proof is a signed assertion (RFC 7523 section 2.2). */
    public boolean isAssertion() {
        return this == CLIENT_SECRET_JWT || this == PRIVATE_KEY_JWT;
    }

    /** Whether the proof is the certificate of the connection (RFC 8705 section 2). */
    public boolean isCertificate() {
        return this == TLS_CLIENT_AUTH || this == SELF_SIGNED_TLS_CLIENT_AUTH;
    }
}
