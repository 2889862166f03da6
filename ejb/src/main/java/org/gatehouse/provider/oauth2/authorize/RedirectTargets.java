package org.gatehouse.provider.oauth2.authorize;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.redirect.MatchingMode;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;

/** Where the answer to a request may go: to an address that the client has registered, and nowhere else. */
@ApplicationScoped
public class RedirectTargets {

    private SuspiciousRequests suspicious;

    /** For the container's proxy. */
    protected RedirectTargets() {
    }

    @Inject
    public RedirectTargets(SuspiciousRequests suspicious) {
        this.suspicious = suspicious;
    }

    /**
     * The address that the request names, or the client's only one. RFC 6749 section 3.1.2.3: it may be left out by a client that has
     * registered a single, exact one; not in an OpenID Connect request (OpenID Connect Core 1.0 section 3.1.2.1).
     *
     * @throws OAuthRefusal when there is none; never to be redirected
     */
    String require(OAuthClient client, RequestParameters parameters) {
        Optional<String> presented = AuthorizationRequestParser.redirectUri(parameters);
        if (presented.isPresent()) {
            return presented.filter(uri -> client.settings().registers(uri, RedirectUriType.AUTHORIZATION))
                    .orElseThrow(() -> foreign(client, presented.get()));
        }
        List<RedirectUri> registered = client.settings().redirectUris().stream()
                .filter(uri -> uri.redirectUriType() == RedirectUriType.AUTHORIZATION).toList();
        if (isOpenid(parameters) || registered.size() != 1 || registered.get(0).matchingMode() != MatchingMode.STRICT) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The redirect URI is missing.");
        }
        return registered.get(0).url();
    }

    /** The address that the request names, if the client has registered it. */
    Optional<String> find(OAuthClient client, RequestParameters parameters) {
        try {
            return AuthorizationRequestParser.redirectUri(parameters)
                    .filter(uri -> client.settings().registers(uri, RedirectUriType.AUTHORIZATION));
        } catch (OAuthRefusal repeated) {
            return Optional.empty();
        }
    }

    private OAuthRefusal foreign(OAuthClient client, String uri) {
        suspicious.foreignRedirectUri(client, uri);
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The redirect URI is not registered.");
    }

    private static boolean isOpenid(RequestParameters parameters) {
        return parameters.find("scope").filter(scope -> List.of(scope.split(" ")).contains("openid")).isPresent();
    }
}
