package org.gatehouse.provider.oauth2.clientid;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;

/**
 * Fetches the documents of clients and keeps the good ones for ten minutes; a failure is never kept (draft section 4.3). Redirects are not
 * followed, answers are short, and addresses of the inner network are refused by {@link OutgoingHttp}.
 */
@ApplicationScoped
public class FetchedDocuments {

    static final Duration KEPT = Duration.ofMinutes(10);

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST = 5 * 1024;
    private static final int MOST = 1_000;
    private static final int OK = 200;

    /** A client that publishes everything about itself shares no secret with us (draft section 4.1). */
    private static final Set<String> SECRETS = Set.of("client_secret", "client_secret_expires_at");

    private OutgoingHttp http;
    private Clock clock;
    private ReadCache<String, JsonObject> kept;

    /** For the container's proxy. */
    protected FetchedDocuments() {
    }

    @Inject
    public FetchedDocuments(OutgoingHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @PostConstruct
    void open() {
        kept = new ReadCache<>(MOST, KEPT, clock);
    }

    /** The document at the address, as long as it is one about this address; empty otherwise. */
    Optional<JsonObject> at(ClientIdUrl address) {
        return kept.get(address.text(), this::fetch);
    }

    private Optional<JsonObject> fetch(String address) {
        try {
            OutgoingResponse response = http.send(OutgoingRequest.get(address).header("Accept", "application/json").within(PATIENCE)
                    .atMost(LONGEST).withoutRedirects());
            return response.status() == OK && isJson(response.contentType()) ? accepted(address, response.json()) : Optional.empty();
        } catch (OutgoingFailure unreachable) {
            return Optional.empty();
        }
    }

    private static boolean isJson(String contentType) {
        String type = contentType.split(";")[0].strip();
        return type.equalsIgnoreCase("application/json") || type.toLowerCase(Locale.ROOT).matches("application/[a-z0-9.-]+\\+json");
    }

    private static Optional<JsonObject> accepted(String address, JsonObject document) {
        boolean own = document.get("client_id") instanceof JsonString id && id.getString().equals(address);
        boolean secretless = SECRETS.stream().noneMatch(document::containsKey);
        String method = document.get("token_endpoint_auth_method") instanceof JsonString text ? text.getString() : "none";
        if (!own || !secretless || method.startsWith("client_secret")) {
            return Optional.empty();
        }
        JsonObjectBuilder complete = Json.createObjectBuilder(document).add("token_endpoint_auth_method", method);
        return Optional.of(complete.build());
    }
}
