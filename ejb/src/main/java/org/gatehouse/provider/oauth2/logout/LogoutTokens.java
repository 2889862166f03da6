package org.gatehouse.provider.oauth2.logout;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.logout.SessionClient;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/** Makes logout tokens (OpenID Connect Back-Channel Logout 1.0 section 2.4): signed, and encrypted, as the client's ID tokens are. */
@ApplicationScoped
public class LogoutTokens {

    /** The type in the header: with it nobody takes the token for an ID token. */
    static final JOSEObjectType TYPE = new JOSEObjectType("logout+jwt");

    static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    private static final Duration VALIDITY = Duration.ofMinutes(2);

    private ProviderKeys keys;
    private Clock clock;

    /** For the container's proxy. */
    protected LogoutTokens() {
    }

    @Inject
    public LogoutTokens(ProviderKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A token of now, with an id of its own: each attempt sends a new one. There is never a {@code nonce}. */
    String make(OAuthClient client, SessionClient names) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(names.issuer()).subject(names.subject()).audience(client.clientId())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(VALIDITY)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of(EVENT, Map.of()))
                .claim("sid", names.sid())
                .build();
        return keys.encrypt(client, keys.idTokenSigner(client).sign(TYPE, claims));
    }
}
