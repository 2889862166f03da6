package org.gatehouse.provider.oauth2.grant;

import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.binding.Confirmation;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.RedeemedGrant;
import org.gatehouse.session.LoginRefused;

/** One way to get tokens; a bean per {@code grant_type}. */
public interface GrantHandler {

    GrantType grantType();

    /** Whether the client may use this grant. */
    default boolean isAllowedTo(OAuthClient client) {
        return client.settings().allows(grantType());
    }

    /**
     * Whether the request brings an account that proves itself, so that the client need only be named. A secret that is there is looked
     * at nevertheless. Asked by {@link TokenEndpoint} before anything has been proved.
     */
    default boolean bringsAccount(TokenRequest request) {
        return false;
    }

    /**
     * Uses up what the client brings. Called by {@link TokenEndpoint} once the client has authenticated and is known to be allowed this
     * grant; what is written here stays even if the request is refused.
     *
     * @param shown the key and certificate that the client has shown to hold; what is bound to others and can be used again must not be
     *     used up by them
     * @throws OAuthRefusal as the grant's RFC says, usually {@code invalid_grant}
     * @throws LoginRefused when the user is not admitted; the endpoint answers {@code invalid_grant}
     */
    RedeemedGrant redeem(OAuthClient client, TokenRequest request, Confirmation shown);
}
