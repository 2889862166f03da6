package org.gatehouse.provider.oauth2.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.gatehouse.crypto.Digests;
import org.gatehouse.outgoing.CallLimit;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;

/**
 * Fetches request objects that a {@code request_uri} names (OpenID Connect Core 1.0 section 6.2, RFC 9101 section 5.2). Only addresses
 * that the client has registered, past the guard of {@link OutgoingHttp}: a stranger's address is never called (RFC 9101 section 10.4.1).
 */
@ApplicationScoped
public class RequestObjectFetch {

    private static final int LARGEST = 32_768;
    private static final int MOST_AT_ONCE = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CallLimit limit = new CallLimit(MOST_AT_ONCE);

    private OutgoingHttp http;

    /** For the container's proxy. */
    protected RequestObjectFetch() {
    }

    @Inject
    public RequestObjectFetch(OutgoingHttp http) {
        this.http = http;
    }

    /**
     * The object at the address.
     *
     * @throws OAuthRefusal {@code request_uri_not_supported} for a client without registered addresses, {@code invalid_request_uri} for
     *         any address but one of these, and when nothing can be had there
     */
    String fetch(OAuthClient client, String requestUri) {
        List<String> registered = client.settings().authorizationRequests().requestUris();
        if (registered.isEmpty()) {
            throw new OAuthRefusal(OAuthErrorCode.REQUEST_URI_NOT_SUPPORTED, "The client has registered no request_uri.");
        }
        String[] parts = requestUri.split("#", 2);
        // Section 6.2: the fragment is a digest of the content; an address can be registered with or without it.
        if (!registered.contains(requestUri) && !registered.contains(parts[0])) {
            throw invalid("The request_uri is not registered.");
        }
        String object = content(parts[0]);
        if (parts.length > 1 && !Digests.equal(parts[1].replace("=", ""), digest(object))) {
            throw invalid("The content of the request_uri is not the one it names.");
        }
        return object;
    }

    private String content(String address) {
        try {
            OutgoingResponse response = limit.send(http, OutgoingRequest.get(address).header("Accept", "application/oauth-authz-req+jwt, application/jwt")
                    .within(PATIENCE).atMost(LARGEST));
            if (response.status() == 200) {
                return response.text().strip();
            }
        } catch (OutgoingFailure unreachable) {
            throw invalid("There is no request object at the request_uri.");
        }
        throw invalid("There is no request object at the request_uri.");
    }

    private static String digest(String content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes(content));
    }

    private static OAuthRefusal invalid(String description) {
        return new OAuthRefusal(OAuthErrorCode.INVALID_REQUEST_URI, description);
    }
}
