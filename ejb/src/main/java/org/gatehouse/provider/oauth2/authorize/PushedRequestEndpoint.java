package org.gatehouse.provider.oauth2.authorize;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.RequestLimits;
import org.gatehouse.provider.oauth2.authentication.ClientAuthenticator;
import org.gatehouse.provider.oauth2.binding.SenderConstraints;
import org.gatehouse.provider.oauth2.clientid.ClientIdDocuments;
import org.gatehouse.provider.oauth2.protocol.ClientCredentials;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.request.RequestResolution;
import org.gatehouse.provider.oauth2.request.ResolvedRequest;
import org.gatehouse.provider.oauth2.request.StoredRequests;

/** The pushed authorization request endpoint (RFC 9126 section 2). */
@Stateless
public class PushedRequestEndpoint {

    /** To which key the code will be bound (RFC 9449 section 10). */
    private static final String KEY = "dpop_jkt";

    /** How many requests may be pushed from one network in a while for clients that prove nothing: each is kept. */
    private static final int MOST = 60;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    @Inject
    private ClientAuthenticator authenticator;

    @Inject
    private ClientIdDocuments documents;

    @Inject
    private RequestLimits limits;

    @Inject
    private SenderConstraints constraints;

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
        OAuthClient client = client(request);
        ResolvedRequest sent = resolution.resolvePushed(client, request.parameters());
        ResolvedRequest resolved = constraints.pushedKey(client, request, sent.parameters().find(KEY)).map(key -> sent.with(KEY, key)).orElse(sent);
        checks.check(resolved, redirects.require(client, resolved.parameters()), client);
        resolution.use(resolved);
        return Json.createObjectBuilder()
                .add("request_uri", RequestResolution.PUSHED + requests.push(client, resolved))
                .add("expires_in", StoredRequests.PUSHED_FOR.toSeconds())
                .build();
    }

    private OAuthClient client(TokenRequest request) {
        String id = ClientCredentials.parse(request.authorization(), request.parameters()).clientId();
        // Behind a client id that is an address there may be a document, which counts as it is now.
        if (id.startsWith("https://") && documents.find(id).isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_CLIENT, "The client could not be authenticated.");
        }
        OAuthClient client = authenticator.authenticate(request);
        if (client.settings().isPublic()) {
            limits.count("oauth2-pushed-request", MOST, WINDOW);
        }
        return client;
    }
}
