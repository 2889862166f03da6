package org.gatehouse.provider.oauth2.authorize;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.gatehouse.provider.oauth2.ClientAuthenticator;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.request.RequestResolution;
import org.gatehouse.provider.oauth2.request.ResolvedRequest;
import org.gatehouse.provider.oauth2.request.StoredRequests;

/** The pushed authorization request endpoint (RFC 9126 section 2). */
@Stateless
public class PushedRequestEndpoint {

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private RequestResolution resolution;

    @Inject
    private RedirectTargets redirects;

    @Inject
    private AuthorizationChecks checks;

    @Inject
    private StoredRequests requests;

    /**
     * Keeps the request, if the authorization endpoint would take it: {@code request_uri} and {@code expires_in} in seconds.
     *
     * @throws OAuthRefusal with the answer; the client is told directly, as its browser is not here
     */
    public JsonObject handle(TokenRequest request) {
        OAuthClient client = authenticator.authenticate(request);
        ResolvedRequest resolved = resolution.resolvePushed(client, request.parameters());
        checks.check(resolved, redirects.require(client, resolved.parameters()), client);
        return Json.createObjectBuilder()
                .add("request_uri", RequestResolution.PUSHED + requests.push(client, resolved))
                .add("expires_in", StoredRequests.PUSHED_FOR.toSeconds())
                .build();
    }
}
