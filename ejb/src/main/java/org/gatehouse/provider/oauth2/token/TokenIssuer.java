package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenResponse;
import org.gatehouse.provider.oauth2.status.StatusLists;
import org.gatehouse.session.AdmittedUser;

/** Makes and records tokens. Takes an {@link AdmittedUser}: nobody gets one for a user whom the gate has not admitted just now. */
@ApplicationScoped
public class TokenIssuer {

    /** RFC 9068 section 2.1. */
    public static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    @Inject
    private ProviderKeys keys;

    @Inject
    private Issuers issuers;

    @Inject
    private ClaimsAssembler claims;

    @Inject
    private IdTokenAssembler idTokens;

    @Inject
    private IssuedTokens issued;

    @Inject
    private StatusLists statusLists;

    @Inject
    private RandomKeys random;

    @Inject
    private Clock clock;

    /** Issues an access token, an ID token if {@code openid} was granted, and a refresh token if one is due and {@code offline_access} was. */
    public TokenResponse issue(OAuthClient client, RedeemedGrant redeemed) {
        User user = redeemed.admitted().user();
        TokenOrigin origin = redeemed.access();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = redeemed.terms().limit(now.plus(client.settings().accessTokenValidity().duration())).truncatedTo(ChronoUnit.SECONDS);
        String subject = Subjects.of(user, client.settings().subMode());
        UUID id = UUID.randomUUID();
        Optional<Long> statusPlace = statusLists.place(client);
        String access = accessToken(client, id, subject, origin, now, expires, statusPlace);
        // Before anything is stored: what reads claims would send the rows one by one to the database, now they go together.
        Optional<String> idToken = redeemed.terms().isExchange() ? Optional.empty()
                : idToken(client, user, origin, new IdTokenAssembler.IssuedAccess(access, subject, now, expires));
        issued.record(id, OAuthTokenKind.ACCESS, access, client, user, origin, expires, statusPlace.orElse(null));
        return new TokenResponse(access, now.until(expires, ChronoUnit.SECONDS), refreshToken(client, redeemed), idToken, redeemed.scopes(),
                Optional.ofNullable(redeemed.terms().issuedTokenType()));
    }

    private Optional<String> idToken(OAuthClient client, User user, TokenOrigin origin, IdTokenAssembler.IssuedAccess access) {
        if (!origin.grant().scopes().contains(Scopes.OPENID)) {
            return Optional.empty();
        }
        Map<String, Object> userClaims = client.settings().includeClaimsInIdToken()
                ? claims.claims(client, user, origin.grant().scopes()) : Map.of();
        return Optional.of(idTokens.assemble(client, origin, access, userClaims));
    }

    private String accessToken(OAuthClient client, UUID id, String subject, TokenOrigin origin, Instant now, Instant expires,
            Optional<Long> statusPlace) {
        return keys.signer(client).sign(ACCESS_TOKEN, new JWTClaimsSet.Builder()
                .issuer(issuers.issuer(client)).subject(subject).audience(client.clientId()).jwtID(id.toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(expires))
                .claim("client_id", Optional.ofNullable(origin.grant().requester()).orElse(client.clientId()))
                .claim("act", ActorClaim.of(origin.grant()))
                .claim("auth_time", origin.grant().authTime())
                .claim("status", statusPlace.map(place -> statusLists.reference(client, place)).orElse(null))
                .claim("scope", Scopes.format(origin.grant().scopes()))
                .build());
    }

    private Optional<String> refreshToken(OAuthClient client, RedeemedGrant redeemed) {
        boolean due = redeemed.refreshTokenDue() && redeemed.origin().grant().isOffline() && client.settings().allows(GrantType.REFRESH_TOKEN);
        if (!due) {
            return Optional.empty();
        }
        String token = random.urlSafe();
        issued.record(UUID.randomUUID(), OAuthTokenKind.REFRESH, token, client, redeemed.admitted().user(), redeemed.origin(),
                clock.instant().plus(client.settings().refreshTokenValidity().duration()));
        return Optional.of(token);
    }
}
