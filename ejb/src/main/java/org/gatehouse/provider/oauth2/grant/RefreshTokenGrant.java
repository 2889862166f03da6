package org.gatehouse.provider.oauth2.grant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.oauth2.OAuthToken;
import org.gatehouse.model.oauth2.OAuthTokenKind;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.profile.TokenProfileRules;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.resource.AccessNarrowing;
import org.gatehouse.provider.oauth2.token.IssuedTokens;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.provider.oauth2.token.RefreshLifetime;
import org.gatehouse.provider.oauth2.token.TokenOrigin;

/** The refresh token grant (RFC 6749 section 6) with rotation and reuse detection (RFC 9700 section 4.14.2). */
@ApplicationScoped
public class RefreshTokenGrant implements GrantHandler {

    @Inject
    private IssuedTokens issued;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private ReuseAlarm alarm;

    @Inject
    private Clock clock;

    @Override
    public GrantType grantType() {
        return GrantType.REFRESH_TOKEN;
    }

    @Override
    public RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown) {
        OAuthToken token = issued.find(request.parameters().require("refresh_token"))
                .filter(found -> found.getKind() == OAuthTokenKind.REFRESH)
                .orElseThrow(() -> invalidGrant("The refresh token is not known."));
        requireGood(client, token);
        TokenOrigin origin = issued.originOf(token);
        if (RefreshLifetime.isOver(client, origin, clock.instant())) {
            throw invalidGrant("The authorization has come to its end.");
        }
        List<String> scopes = narrowed(origin.grant().scopes(), request.parameters().find("scope"));
        // Before the token is used up: a request for too much, or with another key, must not cost the client its grant.
        AccessNarrowing.narrow(client, request, origin);
        TokenEndpoint.requireHolder(origin.grant(), shown);
        boolean rotate = isDue(client, token);
        if (rotate && !tokens.redeem(token.getId(), clock.instant())) {
            throw alarm.raise(client, token.getFamilyId(), token.getUser(), "A refresh token was used again.");
        }
        return new RedeemedGrant(issued.admit(token), origin, scopes, rotate);
    }

    private void requireGood(OAuthClient client, OAuthToken token) {
        if (!token.getProviderId().equals(client.providerId())) {
            throw alarm.raise(client, token.getFamilyId(), token.getUser(), "A refresh token was presented by another client.");
        }
        if (token.getRedeemed() != null) {
            throw alarm.raise(client, token.getFamilyId(), token.getUser(), "A refresh token was used again.");
        }
        if (token.isRevoked() || !token.getExpires().isAfter(clock.instant())) {
            throw invalidGrant("The refresh token is no longer valid.");
        }
    }

    /**
     * Each time, unless the provider says: only when less than the threshold is left; never where the profile keeps them. A public client's
     * is replaced in any case, as nothing else would show that somebody has stolen it (RFC 9700 section 2.2.2).
     */
    private boolean isDue(OAuthClient client, OAuthToken token) {
        if (TokenProfileRules.keepsRefreshTokens(client)) {
            return false;
        }
        Duration threshold = client.settings().refreshTokenThreshold().duration();
        return client.settings().isPublic() || threshold.isZero()
                || Duration.between(clock.instant(), token.getExpires()).compareTo(threshold) < 0;
    }

    /** RFC 6749 section 6: never more than was granted. */
    static List<String> narrowed(List<String> granted, Optional<String> requested) {
        List<String> scopes = requested.map(Scopes::parse).orElse(granted);
        if (!granted.containsAll(scopes)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_SCOPE, "A scope was not granted.");
        }
        return scopes;
    }

    private static OAuthRefusal invalidGrant(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_GRANT, description);
    }
}
