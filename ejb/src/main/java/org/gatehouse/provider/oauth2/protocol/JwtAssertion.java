package org.gatehouse.provider.oauth2.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;

/**
 * A signed JWT that a request brings instead of a secret, as {@code client_assertion} or in place of one (RFC 7523 section 2.2). One that
 * names the client itself as its issuer is the client's own proof and none of these.
 */
public final class JwtAssertion {

    /** RFC 7523 section 2.2. */
    public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private JwtAssertion() {
    }

    /**
     * The assertion of somebody whom the client trusts; empty when there is none, or it is the client's own.
     *
     * @throws OAuthRefusal {@code invalid_request} when it is of another type
     */
    public static Optional<String> foreign(RequestParameters parameters) {
        Optional<String> assertion = parameters.find("client_assertion");
        Optional<String> client = parameters.find("client_id");
        if (assertion.isEmpty() || client.isEmpty() || issuer(assertion.get()).filter(client.get()::equals).isPresent()) {
            return Optional.empty();
        }
        if (!parameters.require("client_assertion_type").equals(TYPE)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The client_assertion_type is not supported.");
        }
        return assertion;
    }

    /** The secret, if it is a signed JWT and so no secret. */
    public static Optional<String> inSecret(String secret) {
        return parse(secret).map(token -> secret);
    }

    /** Who says to have made it; nobody has looked whether that is so. */
    private static Optional<String> issuer(String text) {
        return parse(text).map(JWTClaimsSet::getIssuer);
    }

    private static Optional<JWTClaimsSet> parse(String text) {
        try {
            return Optional.ofNullable(SignedJWT.parse(text).getJWTClaimsSet());
        } catch (ParseException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }
}
