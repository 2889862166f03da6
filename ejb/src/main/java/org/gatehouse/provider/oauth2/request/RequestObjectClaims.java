package org.gatehouse.provider.oauth2.request;

import static org.gatehouse.provider.oauth2.request.RequestObjectKeys.invalid;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.gatehouse.provider.oauth2.token.Issuers;

/**
 * Whether a request object is meant for us, from this client, now and for the first time (RFC 9101 sections 4 and 10.8; FAPI 2.0 Message
 * Signing section 5.3.1). What an object says of itself must be right; a client that has to sign must say it.
 */
@ApplicationScoped
public class RequestObjectClaims {

    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(60);

    /** How long the identifier of an object is remembered at most. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private Issuers issuers;
    private UsedIdentifiers used;
    private Clock clock;

    /** For the container's proxy. */
    protected RequestObjectClaims() {
    }

    @Inject
    public RequestObjectClaims(Issuers issuers, UsedIdentifiers used, Clock clock) {
        this.issuers = issuers;
        this.used = used;
        this.clock = clock;
    }

    /**
     * Looks at everything but whether the object has been used.
     *
     * @return by what it can be told that it was used; empty for an object that may be used again
     * @throws OAuthRefusal {@code invalid_request_object}
     */
    Optional<SingleUse> check(OAuthClient client, JWTClaimsSet claims, boolean signed) {
        boolean strict = client.settings().authorizationRequests().signedOnly()
                || client.settings().authorizationRequests().securityProfile().isFapi();
        checkParties(client, claims, strict);
        checkTime(claims, strict);
        return signed && claims.getJWTID() != null ? Optional.of(singleUse(client, claims)) : Optional.empty();
    }

    private void checkParties(OAuthClient client, JWTClaimsSet claims, boolean strict) {
        if (claims.getIssuer() == null ? strict : !claims.getIssuer().equals(client.clientId())) {
            throw invalid("The request object is not issued by the client.");
        }
        List<String> audience = claims.getAudience();
        if (audience.isEmpty() ? strict : !audience.contains(issuers.issuer(client))) {
            throw invalid("The request object is meant for another issuer.");
        }
        // Section 10.8: what is meant to authenticate the client is no request.
        if (client.clientId().equals(claims.getSubject())) {
            throw invalid("The request object is a client assertion.");
        }
    }

    private void checkTime(JWTClaimsSet claims, boolean strict) {
        Instant now = clock.instant();
        Optional<Instant> expires = instant(claims.getExpirationTime());
        Optional<Instant> notBefore = instant(claims.getNotBeforeTime());
        if (expires.filter(end -> !end.plus(SKEW).isAfter(now)).isPresent()) {
            throw invalid("The request object has expired.");
        }
        if (isLater(notBefore, now) || isLater(instant(claims.getIssueTime()), now)) {
            throw invalid("The request object is not valid yet.");
        }
        boolean bounded = expires.isPresent() && notBefore.isPresent() && !notBefore.get().plus(LONGEST_LIFE).isBefore(now)
                && !notBefore.get().plus(LONGEST_LIFE).isBefore(expires.get());
        if (strict && !bounded) {
            throw invalid("The request object is not valid for at most an hour.");
        }
    }

    private static boolean isLater(Optional<Instant> moment, Instant now) {
        return moment.filter(start -> start.isAfter(now.plus(SKEW))).isPresent();
    }

    private SingleUse singleUse(OAuthClient client, JWTClaimsSet claims) {
        // No longer than that, whatever the client says: the end of time is more than the database can keep.
        Instant longest = clock.instant().plus(REMEMBERED);
        Instant forgotten = instant(claims.getExpirationTime()).filter(longest::isAfter).orElse(longest).plus(SKEW).plusSeconds(1);
        return new SingleUse(client.providerId() + "\n" + claims.getJWTID(), forgotten);
    }

    /**
     * Uses an object up whose request has passed every rule; a client may send again what was refused.
     *
     * @throws OAuthRefusal {@code invalid_request_object} when it was used before
     */
    void use(SingleUse once) {
        if (!used.use("request-object", once.identifier(), once.forgotten())) {
            throw invalid("The request object has been used.");
        }
    }

    private static Optional<Instant> instant(Date date) {
        return Optional.ofNullable(date).map(Date::toInstant);
    }
}
