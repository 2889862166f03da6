package org.gatehouse.provider.oauth2.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/**
 * A signed JWT by which a client says who it is (RFC 7521 section 4.2, RFC 7523 section 2.2). It was read and not verified: until
 * somebody has, it says nothing but whose it pretends to be.
 *
 * @param jwt as it came
 * @param claims what it says
 */
public record ClientAssertion(SignedJWT jwt, JWTClaimsSet claims) {

    /** RFC 7523 section 2.2. */
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    /**
     * The assertion of a request, if it has one.
     *
     * @throws OAuthRefusal {@code invalid_request} when one of the two parameters is missing; {@code invalid_client} when the kind is
     *         another one or it cannot be read, as it is with {@code alg} {@code none}
     */
    public static Optional<ClientAssertion> of(RequestParameters parameters) {
        Optional<String> type = parameters.find("client_assertion_type");
        Optional<String> assertion = parameters.find("client_assertion");
        if (type.isEmpty() && assertion.isEmpty()) {
            return Optional.empty();
        }
        if (type.isEmpty() || assertion.isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A client_assertion needs a client_assertion_type, and the other way round.");
        }
        if (!type.get().equals(TYPE)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client_assertion_type is not supported.");
        }
        return Optional.of(parse(assertion.get())
                .orElseThrow(() -> new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client_assertion is malformed.")));
    }

    /**
     * The assertion by which somebody whom the client trusts speaks for it; empty when there is none, or it is the client's own.
     *
     * @throws OAuthRefusal as {@link #of}
     */
    public static Optional<String> foreign(RequestParameters parameters) {
        Optional<String> client = parameters.find("client_id");
        return client.isEmpty() ? Optional.empty()
                : of(parameters).filter(found -> found.issuer().filter(client.get()::equals).isEmpty()).map(found -> found.jwt().serialize());
    }

    /** What was sent as a secret, if it is a signed JWT and so no secret. */
    public static Optional<String> inSecret(String secret) {
        return parse(secret).map(found -> secret);
    }

    private static Optional<ClientAssertion> parse(String text) {
        try {
            SignedJWT jwt = SignedJWT.parse(text);
            return Optional.ofNullable(jwt.getJWTClaimsSet()).map(claims -> new ClientAssertion(jwt, claims));
        } catch (ParseException | IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** Whose it pretends to be. */
    public Optional<String> subject() {
        return Optional.ofNullable(claims.getSubject());
    }

    /** Who pretends to have made it. */
    public Optional<String> issuer() {
        return Optional.ofNullable(claims.getIssuer());
    }

    @Override
    public String toString() {
        return "ClientAssertion";
    }
}
