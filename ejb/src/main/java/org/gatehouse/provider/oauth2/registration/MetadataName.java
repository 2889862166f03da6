package org.gatehouse.provider.oauth2.registration;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The client metadata that a client may state, and what kind of value each has: the names registered with IANA that concern a server
 * like this one. Whatever a client sends under any other name is ignored (RFC 7591 section 2).
 */
enum MetadataName {
    REDIRECT_URIS(Kind.TEXTS),
    TOKEN_ENDPOINT_AUTH_METHOD(Kind.TEXT),
    GRANT_TYPES(Kind.TEXTS),
    RESPONSE_TYPES(Kind.TEXTS),
    CLIENT_NAME(Kind.TEXT),
    CLIENT_URI(Kind.LINK),
    LOGO_URI(Kind.LINK),
    SCOPE(Kind.TEXT),
    CONTACTS(Kind.TEXTS),
    TOS_URI(Kind.LINK),
    POLICY_URI(Kind.LINK),
    JWKS_URI(Kind.LINK),
    JWKS(Kind.OBJECT),
    SOFTWARE_ID(Kind.TEXT),
    SOFTWARE_VERSION(Kind.TEXT),
    /** OpenID Connect Dynamic Client Registration 1.0 section 2. */
    APPLICATION_TYPE(Kind.TEXT),
    SECTOR_IDENTIFIER_URI(Kind.LINK),
    SUBJECT_TYPE(Kind.TEXT),
    ID_TOKEN_SIGNED_RESPONSE_ALG(Kind.TEXT),
    ID_TOKEN_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    ID_TOKEN_ENCRYPTED_RESPONSE_ENC(Kind.TEXT),
    USERINFO_SIGNED_RESPONSE_ALG(Kind.TEXT),
    USERINFO_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    USERINFO_ENCRYPTED_RESPONSE_ENC(Kind.TEXT),
    REQUEST_OBJECT_SIGNING_ALG(Kind.TEXT),
    REQUEST_OBJECT_ENCRYPTION_ALG(Kind.TEXT),
    REQUEST_OBJECT_ENCRYPTION_ENC(Kind.TEXT),
    TOKEN_ENDPOINT_AUTH_SIGNING_ALG(Kind.TEXT),
    DEFAULT_MAX_AGE(Kind.NUMBER),
    REQUIRE_AUTH_TIME(Kind.FLAG),
    DEFAULT_ACR_VALUES(Kind.TEXTS),
    INITIATE_LOGIN_URI(Kind.LINK),
    REQUEST_URIS(Kind.TEXTS),
    /** The logout specifications of OpenID Connect. */
    POST_LOGOUT_REDIRECT_URIS(Kind.TEXTS),
    FRONTCHANNEL_LOGOUT_URI(Kind.LINK),
    FRONTCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG),
    BACKCHANNEL_LOGOUT_URI(Kind.LINK),
    BACKCHANNEL_LOGOUT_SESSION_REQUIRED(Kind.FLAG),
    /** RFC 8705, RFC 9449. */
    TLS_CLIENT_AUTH_SUBJECT_DN(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_DNS(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_URI(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_IP(Kind.TEXT),
    TLS_CLIENT_AUTH_SAN_EMAIL(Kind.TEXT),
    TLS_CLIENT_CERTIFICATE_BOUND_ACCESS_TOKENS(Kind.FLAG),
    DPOP_BOUND_ACCESS_TOKENS(Kind.FLAG),
    /** RFC 9126, RFC 9101, RFC 9396, JARM, RFC 9701. */
    REQUIRE_PUSHED_AUTHORIZATION_REQUESTS(Kind.FLAG),
    REQUIRE_SIGNED_REQUEST_OBJECT(Kind.FLAG),
    AUTHORIZATION_DETAILS_TYPES(Kind.TEXTS),
    AUTHORIZATION_SIGNED_RESPONSE_ALG(Kind.TEXT),
    AUTHORIZATION_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    AUTHORIZATION_ENCRYPTED_RESPONSE_ENC(Kind.TEXT),
    INTROSPECTION_SIGNED_RESPONSE_ALG(Kind.TEXT),
    INTROSPECTION_ENCRYPTED_RESPONSE_ALG(Kind.TEXT),
    INTROSPECTION_ENCRYPTED_RESPONSE_ENC(Kind.TEXT);

    /** What a value has to be. */
    enum Kind {
        TEXT,
        /** An http or https URL. */
        LINK,
        TEXTS,
        FLAG,
        NUMBER,
        OBJECT
    }

    /** What may be stated once for each language (RFC 7591 section 2.2), as in {@code client_name#de}. */
    private static final Set<MetadataName> HUMAN = Set.of(CLIENT_NAME, CLIENT_URI, LOGO_URI, TOS_URI, POLICY_URI);

    private final Kind kind;

    MetadataName(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** The name in a metadata document. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The member that this name means, language tag or not; empty for a name that means nothing here. */
    static Optional<MetadataName> of(String member) {
        String[] parts = member.split("#", 2);
        boolean tagged = parts.length == 2;
        return Arrays.stream(values()).filter(name -> name.wire().equals(parts[0]))
                .filter(name -> !tagged || HUMAN.contains(name) && parts[1].matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}")).findFirst();
    }

    /** Whether a setting of this name is the client's to state. */
    static boolean isClients(String setting) {
        return setting.indexOf('#') < 0 && of(setting).isPresent();
    }
}
