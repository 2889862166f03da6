package org.gatehouse.provider.oauth2.assertion;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Map;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * An assertion that was found good and is used up.
 *
 * @param issuer the provider that has signed it
 */
public record ProvenAssertion(OAuthClient issuer, JWTClaimsSet claims) {

    public String subject() {
        return claims.getSubject();
    }

    /** When it ends, and with it whatever is given for it. */
    public Instant expires() {
        return claims.getExpirationTime().toInstant();
    }

    /** What the application's policies get to know: {@code oauth_jwt} with all claims, by the contract's name. */
    public Map<String, Object> facts() {
        return Map.of("oauth_jwt", claims.toJSONObject());
    }

    @Override
    public String toString() {
        return "ProvenAssertion[" + issuer.clientId() + "]";
    }
}
