package org.gatehouse.provider.oauth2.authorize;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.MatchingMode;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.RedirectUri;
import org.gatehouse.provider.oauth2.RedirectUriType;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.session.Login;
import org.gatehouse.session.Logins;

/** The authorization endpoint (RFC 6749 section 3.1). */
@Stateless
public class AuthorizationEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    @Any
    private Instance<AuthorizationCheck> checks;

    @Inject
    private Authorization authorization;

    @Inject
    private Logins logins;

    @Inject
    private Issuers issuers;

    @Inject
    private SecuredResponses secured;

    @Inject
    private SuspiciousRequests suspicious;

    /**
     * Decides where a request leads.
     *
     * @param sessionKey of the browser's login
     * @throws OAuthRefusal when client or redirect URI cannot be trusted: to be shown to the user, never to be redirected
     */
    public AuthorizationStep handle(RequestParameters parameters, Optional<String> sessionKey) {
        OAuthClient client = client(AuthorizationRequestParser.clientId(parameters));
        String redirectUri = redirectUri(client, AuthorizationRequestParser.redirectUri(parameters), isOpenid(parameters));
        try {
            AuthorizationRequest request = check(AuthorizationRequestParser.parse(parameters, redirectUri), client);
            return authorization.decide(request, client, sessionKey.flatMap(logins::find).map(Login::session));
        } catch (OAuthRefusal refused) {
            return new AuthorizationStep.Refuse(secured.secure(client, AuthorizationResponse.error(redirectUri,
                    AuthorizationRequestParser.modeOfRefusal(parameters), refused.error(),
                    AuthorizationRequestParser.state(parameters), issuers.issuer(client))));
        }
    }

    private OAuthClient client(String id) {
        return clients.find(id).orElseThrow(() -> {
            suspicious.unknownClient(id);
            return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client is not known.");
        });
    }

    private static boolean isOpenid(RequestParameters parameters) {
        return parameters.find("scope").filter(scope -> List.of(scope.split(" ")).contains("openid")).isPresent();
    }

    /**
     * RFC 6749 section 3.1.2.3: may be left out by a client that has registered a single, exact one; not in an OpenID Connect
     * request (OpenID Connect Core section 3.1.2.1).
     */
    private String redirectUri(OAuthClient client, Optional<String> presented, boolean openid) {
        if (presented.isPresent()) {
            return presented.filter(uri -> client.settings().registers(uri, RedirectUriType.AUTHORIZATION))
                    .orElseThrow(() -> {
                        suspicious.foreignRedirectUri(client, presented.get());
                        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The redirect URI is not registered.");
                    });
        }
        List<RedirectUri> registered = client.settings().redirectUris().stream()
                .filter(uri -> uri.redirectUriType() == RedirectUriType.AUTHORIZATION).toList();
        if (openid || registered.size() != 1 || registered.get(0).matchingMode() != MatchingMode.STRICT) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The redirect URI is missing.");
        }
        return registered.get(0).url();
    }

    private AuthorizationRequest check(AuthorizationRequest parsed, OAuthClient client) {
        AuthorizationRequest request = parsed;
        for (AuthorizationCheck check : checks.stream().sorted(Comparator.comparingInt(AuthorizationCheck::order)).toList()) {
            request = check.check(request, client);
        }
        return request;
    }
}
