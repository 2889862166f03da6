package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.provider.oauth2.AccessTokenFormat;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.assurance.AuthenticationMethods;
import org.gatehouse.provider.oauth2.claims.UserClaims;
import org.gatehouse.provider.oauth2.protocol.ResponseType;
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
    private UserClaims claims;

    @Inject
    private IdTokenAssembler idTokens;

    @Inject
    private IssuedTokens issued;

    @Inject
    private StatusLists statusLists;

    @Inject
    private RandomKeys random;

    @Inject
    private Subjects subjects;

    @Inject
    private Clock clock;

    /** Issues an access token, an ID token if {@code openid} was granted, and a refresh token if one is due and {@code offline_access} was. */
    public TokenResponse issue(OAuthClient client, RedeemedGrant redeemed) {
        User user = redeemed.admitted().user();
        TokenOrigin origin = redeemed.accessOrigin();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = redeemed.terms().limit(now.plus(client.settings().accessTokenValidity().duration())).truncatedTo(ChronoUnit.SECONDS);
        String subject = subjects.of(client, user);
        UUID id = UUID.randomUUID();
        Optional<Long> statusPlace = statusLists.place(client);
        String access = accessToken(client, id, subject, origin, now, expires, statusPlace);
        // Before anything is stored: what reads claims would send the rows one by one to the database, now they go together.
        Optional<String> idToken = redeemed.terms().isExchange() ? Optional.empty()
                : idToken(client, user, origin, new IdTokenAssembler.IssuedAccess(access, subject, now, expires)
                        .boundTo(redeemed.terms().boundKey()), false);
        issued.record(id, OAuthTokenKind.ACCESS, access, client, user, origin, expires, statusPlace.orElse(null));
        String type = redeemed.holder().keyThumbprint() == null ? TokenResponse.BEARER : TokenResponse.DPOP;
        return new TokenResponse(access, type, now.until(expires, ChronoUnit.SECONDS), refreshToken(client, redeemed), idToken,
                redeemed.scopes(), redeemed.access().authorizationDetails(), Optional.ofNullable(redeemed.terms().issuedTokenType()));
    }

    /**
     * Issues what an authorization answer itself carries (OpenID Connect Core 1.0 sections 3.2.2.5 and 3.3.2.5). These tokens end with the
     * login at the latest: what was handed to a browser is never good without one.
     */
    public FrontChannelTokens issueInFront(OAuthClient client, AdmittedUser admitted, TokenOrigin authorization, FrontChannelOrder order) {
        User user = admitted.user();
        TokenOrigin origin = authorization.withGrant(authorization.grant().online());
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expires = now.plus(client.settings().accessTokenValidity().duration());
        String subject = subjects.of(client, user);
        UUID id = UUID.randomUUID();
        Optional<Long> statusPlace = order.responseType().hasToken() ? statusLists.place(client) : Optional.empty();
        Optional<String> access = order.responseType().hasToken()
                ? Optional.of(accessToken(client, id, subject, origin, now, expires, statusPlace)) : Optional.empty();
        Optional<String> idToken = order.responseType().hasIdToken() ? idToken(client, user, origin,
                new IdTokenAssembler.IssuedAccess(subject, now, expires, order.company(access)), order.responseType() == ResponseType.ID_TOKEN)
                : Optional.empty();
        access.ifPresent(token -> issued.record(id, OAuthTokenKind.ACCESS, token, client, user, origin, expires, statusPlace.orElse(null)));
        return new FrontChannelTokens(access, now.until(expires, ChronoUnit.SECONDS), Scopes.format(origin.grant().scopes()), idToken);
    }

    private Optional<String> idToken(OAuthClient client, User user, TokenOrigin origin, IdTokenAssembler.IssuedAccess access, boolean only) {
        return origin.grant().scopes().contains(Scopes.OPENID)
                ? Optional.of(idTokens.assemble(client, origin, access, claims.ofIdToken(client, user, origin.grant(), only))) : Optional.empty();
    }

    /** RFC 9068 section 2.2, or a random text that says nothing. */
    private String accessToken(OAuthClient client, UUID id, String subject, TokenOrigin origin, Instant now, Instant expires,
            Optional<Long> statusPlace) {
        if (client.settings().tokenFormats().accessTokenFormat() == AccessTokenFormat.OPAQUE) {
            return random.urlSafe();
        }
        JWTClaimsSet.Builder token = new JWTClaimsSet.Builder()
                .issuer(issuers.issuer(client)).subject(subject).audience(Audiences.of(client, origin.grant())).jwtID(id.toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(expires))
                .claim("client_id", Optional.ofNullable(origin.grant().requester()).orElse(client.clientId()))
                .claim("act", ActorClaim.of(origin.grant()))
                .claim("auth_time", origin.grant().authTime())
                .claim("status", statusPlace.map(place -> statusLists.reference(client, place)).orElse(null))
                .claim("scope", Scopes.format(origin.grant().scopes()))
                .claim("authorization_details", Audiences.details(origin.grant()))
                .claim("cnf", origin.grant().bound().isNone() ? null : origin.grant().bound().toClaim());
        if (origin.sessionId() != null) {
            token.claim("acr", origin.grant().context()).claim("amr", AuthenticationMethods.amr(origin.grant().methods()));
        }
        return keys.signer(client).sign(ACCESS_TOKEN, token.build());
    }

    private Optional<String> refreshToken(OAuthClient client, RedeemedGrant redeemed) {
        boolean due = redeemed.refreshTokenDue() && redeemed.origin().grant().isOffline() && client.settings().allows(GrantType.REFRESH_TOKEN);
        if (!due) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        TokenOrigin origin = redeemed.origin().begun(now);
        Instant expires = RefreshLifetime.expiry(client, origin, now);
        if (!expires.isAfter(now)) {
            return Optional.empty();
        }
        String token = random.urlSafe();
        issued.record(UUID.randomUUID(), OAuthTokenKind.REFRESH, token, client, redeemed.admitted().user(), origin, expires);
        return Optional.of(token);
    }
}
