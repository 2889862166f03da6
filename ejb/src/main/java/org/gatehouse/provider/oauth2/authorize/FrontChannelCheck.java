package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.url.StrictUrl;

/**
 * Tokens that a browser carries: an ID token answers an OpenID Connect request and is bound to it by a nonce, and no token goes over the
 * network in the clear (OpenID Connect Core 1.0 sections 3.2.2.1 and 3.3.2.1).
 */
@ApplicationScoped
public class FrontChannelCheck implements AuthorizationCheck {

    private static final Set<String> OWN_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    @Override
    public int order() {
        return 46;
    }

    @Override
    public AuthorizationRequest check(AuthorizationRequest request, OAuthClient client) {
        if (!request.responseType().isFrontChannel()) {
            return request;
        }
        if (request.responseType().hasIdToken() && !request.scopes().contains(Scopes.OPENID)) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_SCOPE, "An ID token needs the scope openid.");
        }
        if (request.responseType().hasIdToken() && request.nonce().isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The nonce is missing.");
        }
        if (StrictUrl.parse(request.redirectUri()).filter(FrontChannelCheck::isOpenNetwork).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Tokens are not sent to a redirect URI without TLS.");
        }
        return request;
    }

    private static boolean isOpenNetwork(StrictUrl uri) {
        return uri.scheme().equals("http") && !OWN_COMPUTER.contains(uri.host());
    }
}
