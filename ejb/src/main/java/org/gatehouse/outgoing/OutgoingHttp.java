package org.gatehouse.outgoing;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.outgoing.OutgoingFailure.Reason;
import org.gatehouse.url.StrictUrl;

/**
 * Calls other servers. Only http and https, only addresses that {@link AddressGuard} permits, within
 * {@code gatehouse.outgoing.timeout-seconds} (10) for the whole call unless the request says less. Redirects of a GET are followed
 * on the same host only, at most three, each checked again; every other redirect is an answer like any other. Certificates are
 * checked against the trust store of the JVM, or against the one authority that the request names. There are no cookies and no cached credentials. At most
 * {@code gatehouse.outgoing.calls-per-server} (10) calls to one server are under way at a time; further ones fail at once.
 */
@ApplicationScoped
public class OutgoingHttp {

    private static final int MOST_REDIRECTS = 3;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    @Inject
    private AddressGuard guard;

    @Inject
    @ConfigProperty(name = "gatehouse.outgoing.timeout-seconds", defaultValue = "10")
    private long timeoutSeconds = 10;

    @Inject
    @ConfigProperty(name = "gatehouse.outgoing.calls-per-server", defaultValue = "10")
    private int callsPerServer = 10;

    private TrustingClients clients;
    private CallsUnderWay underWay;

    public OutgoingHttp() {
    }

    OutgoingHttp(AddressGuard guard) {
        this.guard = guard;
        open();
    }

    @PostConstruct
    void open() {
        underWay = new CallsUnderWay(callsPerServer);
        clients = new TrustingClients(() -> HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT).proxy(new PinnedRoute(guard)));
    }

    /**
     * Makes the call and waits for the whole answer, whatever its status.
     *
     * @throws OutgoingFailure when there is none; never with more of the URL than its host
     */
    public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
        StrictUrl url = webUrl(request);
        String server = url.origin().orElse(url.host());
        if (!underWay.begin(server)) {
            throw new OutgoingFailure(Reason.BUSY, url.host() + " is being asked too much at the moment.");
        }
        try {
            return follow(request);
        } finally {
            underWay.end(server);
        }
    }

    private OutgoingResponse follow(OutgoingRequest request) throws OutgoingFailure {
        long end = System.nanoTime() + Optional.ofNullable(request.timeout()).orElse(Duration.ofSeconds(timeoutSeconds)).toNanos();
        OutgoingRequest current = request;
        for (int redirects = 0;; redirects++) {
            StrictUrl url = checkedUrl(current);
            HttpResponse<byte[]> response = exchange(current, url, end);
            Optional<String> further = current.redirects() && redirects < MOST_REDIRECTS ? further(current, url, response) : Optional.empty();
            if (further.isEmpty()) {
                return new OutgoingResponse(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response.body());
            }
            current = current.to(further.get());
        }
    }

    private static StrictUrl webUrl(OutgoingRequest request) throws OutgoingFailure {
        return StrictUrl.parse(request.url()).filter(StrictUrl::isWeb).filter(known -> !known.hasFragment())
                .orElseThrow(() -> new OutgoingFailure(Reason.REFUSED, "Only http and https URLs can be called."));
    }

    private StrictUrl checkedUrl(OutgoingRequest request) throws OutgoingFailure {
        StrictUrl url = webUrl(request);
        if (url.scheme().equals("https")) {
            guard.permitted(url.host());
        }
        return url;
    }

    /** Where a redirect leads if it is followed: headers with credentials must never get to somebody else. */
    private static Optional<String> further(OutgoingRequest request, StrictUrl from, HttpResponse<byte[]> response) {
        if (!request.method().equals("GET") || !REDIRECTS.contains(response.statusCode())) {
            return Optional.empty();
        }
        return response.headers().firstValue("Location").flatMap(location -> resolve(from, location))
                .filter(to -> to.origin().equals(from.origin())).map(StrictUrl::text);
    }

    private static Optional<StrictUrl> resolve(StrictUrl from, String location) {
        try {
            return StrictUrl.parse(URI.create(from.text()).resolve(location).toString());
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private HttpResponse<byte[]> exchange(OutgoingRequest request, StrictUrl url, long end) throws OutgoingFailure {
        CompletableFuture<HttpResponse<byte[]>> answer = null;
        try {
            answer = clients.of(request.authority()).sendAsync(message(request), head -> new BoundedBody(request.maxBytes()));
            return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw timedOut(url);
        } catch (ExecutionException failed) {
            throw failureOf(failed.getCause(), url);
        } catch (PinnedRoute.NoRoute refused) {
            throw refused.refusal();
        } catch (IllegalArgumentException malformed) {
            throw new OutgoingFailure(Reason.REFUSED, "The call to " + url.host() + " is malformed.");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutgoingFailure(Reason.TIMED_OUT, "The call to " + url.host() + " was interrupted.");
        } finally {
            if (answer != null) {
                answer.cancel(true);
            }
        }
    }

    private static HttpRequest message(OutgoingRequest request) {
        HttpRequest.Builder message = HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method(), request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body()));
        request.headers().forEach(message::header);
        return message.build();
    }

    private static OutgoingFailure failureOf(Throwable cause, StrictUrl url) {
        for (Throwable current = cause; current != null; current = current.getCause()) {
            if (current instanceof PinnedRoute.NoRoute refused) {
                return refused.refusal();
            }
            if (current instanceof BoundedBody.TooLong) {
                return new OutgoingFailure(Reason.TOO_LARGE, "The answer of " + url.host() + " is too long.");
            }
            if (current instanceof HttpTimeoutException) {
                return timedOut(url);
            }
        }
        return new OutgoingFailure(Reason.UNREACHABLE, url.host() + " could not be reached or does not speak HTTP.");
    }

    private static OutgoingFailure timedOut(StrictUrl url) {
        return new OutgoingFailure(Reason.TIMED_OUT, url.host() + " took too long to answer.");
    }
}
