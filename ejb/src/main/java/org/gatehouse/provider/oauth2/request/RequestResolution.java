package org.gatehouse.provider.oauth2.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.provider.oauth2.AuthorizationRequestSettings;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * Finds the parameters that count: those of the address, of a request object, or of what was pushed or put aside before. Nothing here is
 * trusted yet; the redirect URI is looked at afterwards.
 */
@ApplicationScoped
public class RequestResolution {

    /** Begins every {@code request_uri} that stands for a pushed request (RFC 9126 section 2.2). */
    public static final String PUSHED = "urn:ietf:params:oauth:request_uri:";

    /** The parameter of our own by which a browser comes back to a request that was put aside. */
    public static final String ASIDE = "gatehouse_request";

    private static final String REQUEST = "request";
    private static final String REQUEST_URI = "request_uri";

    /** What proves who the client is, and is no part of its request. */
    private static final Set<String> AUTHENTICATION = Set.of("client_secret", "client_assertion", "client_assertion_type");

    private StoredRequests stored;
    private RequestObjects objects;
    private RequestObjectFetch fetch;

    /** For the container's proxy. */
    protected RequestResolution() {
    }

    @Inject
    public RequestResolution(StoredRequests stored, RequestObjects objects, RequestObjectFetch fetch) {
        this.stored = stored;
        this.objects = objects;
        this.fetch = fetch;
    }

    /**
     * The request that a browser has brought. What was put aside is used up by this; what was pushed, by its answer.
     *
     * @param sent the address's own parameters
     * @throws OAuthRefusal when there is no such request, or the client's requests must come in another way
     */
    public ResolvedRequest resolve(OAuthClient client, RequestParameters sent) {
        Optional<String> aside = sent.find(ASIDE);
        if (aside.isPresent()) {
            return comeBack(client, aside.get(), sent);
        }
        Optional<String> uri = sent.find(REQUEST_URI);
        if (uri.filter(address -> address.startsWith(PUSHED)).isPresent()) {
            refuseBoth(sent);
            return stored.findPushed(client, uri.get().substring(PUSHED.length())).orElseThrow(
                    () -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_URI, "The pushed request is not known, has expired or was used."));
        }
        if (client.settings().authorizationRequests().pushedOnly()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The client has to push its requests.");
        }
        return unpacked(client, sent, uri);
    }

    /**
     * The request that a client pushes (RFC 9126 section 2.1).
     *
     * @param form what it has sent, with the proof of who it is
     * @throws OAuthRefusal with the answer
     */
    public ResolvedRequest resolvePushed(OAuthClient client, RequestParameters form) {
        if (form.find(REQUEST_URI).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A request_uri cannot be pushed.");
        }
        form.refuseRepeated();
        var own = form.all();
        own.keySet().removeIf(name -> AUTHENTICATION.contains(name) || name.startsWith("gatehouse_"));
        own.put("client_id", List.of(client.clientId()));
        ResolvedRequest request = unpacked(client, RequestParameters.of(own), Optional.empty());
        return new ResolvedRequest(request.parameters(), new RequestDelivery(true, request.delivery().signed(), false), request.once());
    }

    /**
     * Uses up what is good once, now that the request has passed every rule: what was refused, the client may mend and send again.
     *
     * @throws OAuthRefusal {@code invalid_request_object} when it was used before
     */
    public void use(ResolvedRequest request) {
        request.once().ifPresent(objects::use);
    }

    private ResolvedRequest comeBack(OAuthClient client, String handle, RequestParameters sent) {
        ResolvedRequest request = stored.takeAside(client, handle).orElseThrow(
                () -> new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "This login was finished or took too long. Start again from the application."));
        var all = request.parameters().all();
        // The marker says since when a login was asked for; it is sealed, and no part of what the client has sent.
        sent.find(StoredRequests.MARKER).ifPresent(marker -> all.put(StoredRequests.MARKER, List.of(marker)));
        return new ResolvedRequest(RequestParameters.of(all), request.delivery());
    }

    private ResolvedRequest unpacked(OAuthClient client, RequestParameters sent, Optional<String> uri) {
        Optional<String> object = sent.find(REQUEST);
        if (object.isEmpty() && uri.isEmpty()) {
            return plain(client, sent);
        }
        refuseBoth(sent);
        RequestObject read = objects.read(client, object.orElseGet(() -> fetch.fetch(client, uri.get())));
        if (!read.signed() && uri.filter(address -> address.startsWith("http:")).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_URI, "An unsigned request object has to come over TLS.");
        }
        return new ResolvedRequest(withDefaults(client, RequestMerge.merge(client, sent, read)), new RequestDelivery(false, read.signed(), false), read.once());
    }

    private ResolvedRequest plain(OAuthClient client, RequestParameters sent) {
        if (client.settings().authorizationRequests().signedOnly()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "The client has to sign its requests.");
        }
        return new ResolvedRequest(withDefaults(client, sent), RequestDelivery.DIRECT);
    }

    private static void refuseBoth(RequestParameters sent) {
        if (sent.find(REQUEST).isPresent() && sent.find(REQUEST_URI).isPresent()) {
            throw new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST, "A request and a request_uri were sent.");
        }
    }

    /** What the client has registered for requests that do not say (OpenID Connect Dynamic Client Registration 1.0 section 2). */
    private static RequestParameters withDefaults(OAuthClient client, RequestParameters sent) {
        AuthorizationRequestSettings settings = client.settings().authorizationRequests();
        if (settings.defaultMaxAge() == null && settings.defaultAcrValues().isEmpty()) {
            return sent;
        }
        var all = sent.all();
        if (settings.defaultMaxAge() != null) {
            all.putIfAbsent("max_age", List.of(settings.defaultMaxAge().toString()));
        }
        if (!settings.defaultAcrValues().isEmpty()) {
            all.putIfAbsent("acr_values", List.of(String.join(" ", settings.defaultAcrValues())));
        }
        return RequestParameters.of(all);
    }
}
