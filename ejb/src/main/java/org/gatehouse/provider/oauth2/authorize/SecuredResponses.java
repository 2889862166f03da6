package org.gatehouse.provider.oauth2.authorize;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/**
 * Signs authorization answers, good and bad, for the clients that ask for it (JWT Secured Authorization Response Mode for OAuth 2.0,
 * JARM, section 2.1).
 */
@ApplicationScoped
public class SecuredResponses {

    /** Section 2.1 recommends ten minutes at most; a browser needs less. */
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    private ProviderKeys keys;
    private Issuers issuers;
    private Clock clock;

    /** For the container's proxy. */
    protected SecuredResponses() {
    }

    @Inject
    public SecuredResponses(ProviderKeys keys, Issuers issuers, Clock clock) {
        this.keys = keys;
        this.issuers = issuers;
        this.clock = clock;
    }

    /** The answer as its mode wants it: as it is, or as one token that says for whom it is and how long. */
    AuthorizationResponse secure(OAuthClient client, AuthorizationResponse answer) {
        return answer.mode().isSigned() ? answer.secured(token(client, answer)) : answer;
    }

    private String token(OAuthClient client, AuthorizationResponse answer) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        answer.parameters().forEach((name, value) -> claims.claim(name, name.equals("expires_in") ? Long.valueOf(value) : value));
        claims.issuer(issuers.issuer(client)).audience(client.clientId()).expirationTime(Date.from(clock.instant().plus(GOOD_FOR)));
        return keys.signer(client).sign(JOSEObjectType.JWT, claims.build());
    }
}
