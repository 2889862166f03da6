package org.gatehouse.provider.oauth2;

import org.gatehouse.type.Default;

/**
 * What a client is told when a user logs out (OpenID Connect Back-Channel Logout 1.0 section 2.2, Front-Channel Logout 1.0 section 2).
 *
 * @param sessionRequired whether the client needs to know which login has ended
 */
public record LogoutSettings(
        @Default("true") boolean sessionRequired) {
}
