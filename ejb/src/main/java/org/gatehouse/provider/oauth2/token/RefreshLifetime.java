package org.gatehouse.provider.oauth2.token;

import java.time.Duration;
import java.time.Instant;
import org.gatehouse.provider.oauth2.OAuthClient;

/** How long refreshing goes on: each token has its validity, and the family may have an end that no renewal moves (RFC 9700 section 4.14.2). */
public final class RefreshLifetime {

    private RefreshLifetime() {
    }

    /** When a refresh token that is issued now expires. */
    static Instant expiry(OAuthClient client, TokenOrigin origin, Instant now) {
        Instant own = now.plus(client.settings().refreshTokenValidity().duration());
        Duration longest = longest(client);
        if (longest.isZero() || origin.began() == null) {
            return own;
        }
        Instant end = origin.began().plus(longest);
        return end.isBefore(own) ? end : own;
    }

    /** Whether the family's end has come, as the provider is configured now. */
    public static boolean isOver(OAuthClient client, TokenOrigin origin, Instant now) {
        Duration longest = longest(client);
        return !longest.isZero() && origin.began() != null && !origin.began().plus(longest).isAfter(now);
    }

    private static Duration longest(OAuthClient client) {
        return client.settings().tokenFormats().refreshTokenMaximumLifetime().duration();
    }
}
