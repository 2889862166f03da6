package org.gatehouse.provider.oauth2.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.oauth2.StoredAuthorizationRequest;
import org.gatehouse.model.oauth2.StoredAuthorizationRequestRepository;
import org.gatehouse.model.oauth2.StoredRequestKind;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.type.RecordCodec;

/**
 * Requests that are kept under an unguessable handle until a browser comes with it, each for its client only. What was put aside is good
 * for one return; what was pushed for one answer, as users reload pages and open them twice (RFC 9126 section 7.3). The database has
 * digests of the handles.
 */
@ApplicationScoped
public class StoredRequests {

    /** How long a pushed request waits for its browser; FAPI 2.0 demands less than ten minutes. */
    public static final Duration PUSHED_FOR = Duration.ofSeconds(90);

    /** The parameter of our own that says since when a login was asked for; it is not the request's. */
    public static final String MARKER = "gatehouse_login";

    /** The parameter of our own by which a request remembers which pushed one it is: the digest of its handle. */
    public static final String ORIGIN = "gatehouse_pushed";

    /** How long a login may take. */
    private static final Duration CONTINUED_FOR = Duration.ofHours(1);

    /** How long it is remembered whether a pushed request was answered: its browser may have a login and a consent before it. */
    private static final Duration ANSWERED_WITHIN = PUSHED_FOR.plus(CONTINUED_FOR.multipliedBy(2));

    @Inject
    private StoredAuthorizationRequestRepository requests;

    @Inject
    private RandomKeys random;

    @Inject
    private RecordCodec codec;

    @Inject
    private Clock clock;

    /** Keeps a request that the client has pushed; returns its handle, good for {@link #PUSHED_FOR}. */
    public String push(OAuthClient client, ResolvedRequest request) {
        return add(StoredRequestKind.PUSHED, client, request, ANSWERED_WITHIN);
    }

    /** Puts a request aside until its browser is back from the login; returns its handle. */
    public String putAside(OAuthClient client, AuthorizationRequest request) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        request.parameters().forEach((name, value) -> all.put(name, List.of(value)));
        all.remove(MARKER);
        if (!request.access().resources().isEmpty()) {
            all.put("resource", request.access().resources());
        }
        return add(StoredRequestKind.CONTINUED, client, new ResolvedRequest(RequestParameters.of(all), request.delivery()), CONTINUED_FOR);
    }

    /** What the client has pushed; empty when the handle is unknown, was answered, is out of date or another client's. */
    Optional<ResolvedRequest> findPushed(OAuthClient client, String handle) {
        String digest = Digests.sha256(handle);
        return requests.findOpen(digest, StoredRequestKind.PUSHED, client.providerId(), clock.instant().minus(PUSHED_FOR))
                .map(row -> resolved(row).with(ORIGIN, digest));
    }

    /**
     * Uses a pushed request up, as it is answered now.
     *
     * @param origin the value of {@link #ORIGIN}
     * @return whether nothing else has; of many at once one is told so
     */
    public boolean answer(OAuthClient client, String origin) {
        return requests.redeem(origin, StoredRequestKind.PUSHED, client.providerId(), clock.instant()).isPresent();
    }

    /** Takes out what was put aside; empty as {@link #findPushed}. */
    Optional<ResolvedRequest> takeAside(OAuthClient client, String handle) {
        return requests.redeem(Digests.sha256(handle), StoredRequestKind.CONTINUED, client.providerId(), clock.instant()).map(this::resolved);
    }

    private String add(StoredRequestKind kind, OAuthClient client, ResolvedRequest request, Duration lifetime) {
        String handle = random.urlSafe();
        StoredAuthorizationRequest row = new StoredAuthorizationRequest();
        row.setId(UUID.randomUUID());
        row.setDigest(Digests.sha256(handle));
        row.setKind(kind);
        row.setProviderId(client.providerId());
        row.setRequestData(codec.toStored(StoredRequest.of(request)));
        row.setCreated(clock.instant());
        row.setExpires(clock.instant().plus(lifetime));
        requests.add(row);
        return handle;
    }

    private ResolvedRequest resolved(StoredAuthorizationRequest row) {
        return codec.fromStored(StoredRequest.class, row.getRequestData()).resolved();
    }
}
