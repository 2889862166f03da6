package org.gatehouse.provider.oauth2.authorize;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.SuspiciousRequests;
import org.gatehouse.provider.oauth2.clientid.ClientIdDocuments;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.request.RequestResolution;
import org.gatehouse.provider.oauth2.request.ResolvedRequest;
import org.gatehouse.provider.oauth2.request.StoredRequests;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.session.Login;
import org.gatehouse.session.Logins;

/** The authorization endpoint (RFC 6749 section 3.1). */
@Stateless
public class AuthorizationEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    private RequestResolution resolution;

    @Inject
    private StoredRequests requests;

    @Inject
    private RedirectTargets redirects;

    @Inject
    private AuthorizationChecks checks;

    @Inject
    private ClientIdDocuments documents;

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
        ResolvedRequest resolved;
        try {
            resolved = resolution.resolve(client, parameters);
        } catch (OAuthRefusal refused) {
            // There is no request whose address could be trusted; what the query names may be, if it is registered.
            return refuse(client, redirects.find(client, parameters).orElseThrow(() -> refused), parameters, refused);
        }
        String redirectUri = redirects.require(client, resolved.parameters());
        try {
            AuthorizationRequest request = checks.check(resolved, redirectUri, client);
            resolution.use(resolved);
            return authorization.decide(request, client, sessionKey.flatMap(logins::find).map(Login::session));
        } catch (OAuthRefusal refused) {
            if (resolved.delivery().pushed()) {
                resolved.parameters().find(StoredRequests.ORIGIN).ifPresent(origin -> requests.answer(client, origin));
            }
            return refuse(client, redirectUri, resolved.parameters(), refused);
        }
    }

    private AuthorizationStep refuse(OAuthClient client, String redirectUri, RequestParameters parameters, OAuthRefusal refused) {
        return new AuthorizationStep.Refuse(secured.secure(client, AuthorizationResponse.error(redirectUri,
                AuthorizationRequestParser.modeOfRefusal(parameters), refused.error(),
                AuthorizationRequestParser.state(parameters), issuers.issuer(client))));
    }

    private OAuthClient client(String id) {
        // Behind a client id that is an address there may be a document, which counts as it is now.
        return (id.startsWith("https://") ? documents.find(id) : clients.find(id)).orElseThrow(() -> {
            suspicious.unknownClient(id);
            return new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client is not known.");
        });
    }
}
