package org.gatehouse.provider.oauth2.authentication;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.ClientAssertion;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.gatehouse.provider.oauth2.token.Issuers;

/**
 * What a client's assertion has to say (RFC 7523 section 3, OpenID Connect Core 1.0 section 9): issuer and subject are the client, it is
 * meant for us, it is good now and not for long, and it was not used before.
 */
@ApplicationScoped
public class AssertionClaims {

    private static final String PURPOSE = "client-assertion";
    private static final Duration LONGEST_LIFE = Duration.ofHours(1);

    /** How far a client's clock may be ahead of ours; FAPI 2.0 Security Profile section 5.3.2.1 wants something from 10 to 60 seconds. */
    private static final Duration LEEWAY = Duration.ofSeconds(30);

    private static final List<String> ENDPOINTS = List.of("token/", "par/", "introspect/", "revoke/", "device/");
    private static final int LONGEST_IDENTIFIER = 1024;
    private static final Set<JOSEObjectType> TYPES = Set.of(JOSEObjectType.JWT, new JOSEObjectType("client-authentication+jwt"));

    @Inject
    private Issuers issuers;

    @Inject
    private UsedIdentifiers used;

    @Inject
    private Clock clock;

    /** Whether a verified assertion is the client's and good now; it is used up when the answer is yes. */
    boolean accept(OAuthClient client, ClientAssertion assertion) {
        JWTClaimsSet claims = assertion.claims();
        JOSEObjectType type = assertion.jwt().getHeader().getType();
        return (type == null || TYPES.contains(type))
                && client.clientId().equals(claims.getIssuer()) && client.clientId().equals(claims.getSubject())
                && isForUs(client, assertion) && isTimely(claims) && isNew(client, claims);
    }

    /**
     * The issuer or one of the endpoints, whichever the assertion comes to (RFC 9126 section 2). Nobody else may be named beside them: who
     * else is named could use it here. FAPI 2.0 Security Profile section 5.3.2.1: the issuer alone, and not in an array.
     */
    private boolean isForUs(OAuthClient client, ClientAssertion assertion) {
        if (client.settings().authorizationRequests().securityProfile().isFapi()) {
            return issuers.issuer(client).equals(assertion.jwt().getPayload().toJSONObject().get("aud"));
        }
        List<String> audience = assertion.claims().getAudience();
        Set<String> accepted = ENDPOINTS.stream().map(issuers::shared).collect(Collectors.toSet());
        accepted.add(issuers.issuer(client));
        return !audience.isEmpty() && accepted.containsAll(audience);
    }

    private boolean isTimely(JWTClaimsSet claims) {
        Instant now = clock.instant();
        Date expires = claims.getExpirationTime();
        return expires != null && expires.toInstant().isAfter(now) && !expires.toInstant().isAfter(now.plus(LONGEST_LIFE))
                && hasBegun(claims.getNotBeforeTime(), now) && hasBegun(claims.getIssueTime(), now);
    }

    private static boolean hasBegun(Date time, Instant now) {
        return time == null || !time.toInstant().isAfter(now.plus(LEEWAY));
    }

    private boolean isNew(OAuthClient client, JWTClaimsSet claims) {
        String identifier = claims.getJWTID();
        return identifier != null && !identifier.isEmpty() && identifier.length() <= LONGEST_IDENTIFIER
                && used.use(PURPOSE, client.providerId() + "\n" + identifier, claims.getExpirationTime().toInstant());
    }
}
