package org.gatehouse.provider.oauth2.authorize.rule;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.gatehouse.provider.oauth2.ClientAuthenticationSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.authorize.AuthorizationCheck;
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
        if (request.responseType().hasToken() && isBound(client)) {
            throw new OAuthRefusal(OAuthErrorCode.UNAUTHORIZED_CLIENT, "The client's access tokens are bound to its key, which is not known here.");
        }
        if (StrictUrl.parse(request.redirectUri()).filter(FrontChannelCheck::isOpenNetwork).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "Tokens are not sent to a redirect URI without TLS.");
        }
        return request;
    }

    /** Nothing that a browser carries proves possession of a key (RFC 9449 section 5, RFC 8705 section 3). */
    private static boolean isBound(OAuthClient client) {
        ClientAuthenticationSettings settings = client.settings().clientAuthentication();
        return settings.dpopBoundAccessTokens() || settings.tlsClientCertificateBoundAccessTokens();
    }

    private static boolean isOpenNetwork(StrictUrl uri) {
        return uri.scheme().equals("http") && !OWN_COMPUTER.contains(uri.host());
    }
}
