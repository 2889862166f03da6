package org.gatehouse.provider.oauth2.status;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/** Gives access tokens their places, and publishes what became of them, in lists of {@value #SIZE} places signed by their provider. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class StatusLists {

    public static final String MEDIA_TYPE = "application/statuslist+jwt";

    /** How long a list may be kept; so long a revoked token may still pass with who reads lists only. */
    public static final Duration FRESH = Duration.ofMinutes(1);

    private static final JOSEObjectType TYPE = new JOSEObjectType("statuslist+jwt");
    private static final Duration GOOD = Duration.ofMinutes(10);
    private static final int SIZE = 65_536;
    private static final int MOST_KEPT = 100;

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private OAuthClients clients;

    @Inject
    private ProviderKeys keys;

    @Inject
    private Issuers issuers;

    @Inject
    private Clock clock;

    private ReadCache<Key, String> published;

    private record Key(UUID provider, long number, String uri) {
    }

    @PostConstruct
    void open() {
        published = new ReadCache<>(MOST_KEPT, FRESH, clock);
    }

    /** The place of a new token; empty if its provider publishes no lists. */
    public Optional<Long> place(OAuthClient client) {
        return client.settings().tokenFormats().statusList() ? Optional.of(tokens.nextStatusPlace()) : Optional.empty();
    }

    /** The {@code status} claim of a token with this place (section 6.1). */
    public Map<String, Object> reference(OAuthClient client, long place) {
        return Map.of("status_list", Map.of("idx", place % SIZE, "uri", uri(client, place / SIZE)));
    }

    /** A signed list (section 5.1); empty when the application has no provider that publishes lists. */
    public Optional<String> publish(String slug, long number) {
        return clients.findBySlug(slug).filter(client -> client.settings().tokenFormats().statusList())
                .flatMap(client -> published.get(new Key(client.providerId(), number, uri(client, number)), key -> Optional.of(sign(client, key))));
    }

    /** Where the lists are that have places of the client's tokens (section 9.3); empty as {@link #publish}. */
    public Optional<JsonObject> aggregation(String slug) {
        return clients.findBySlug(slug).filter(client -> client.settings().tokenFormats().statusList()).map(client -> {
            JsonArrayBuilder uris = Json.createArrayBuilder();
            tokens.statusLists(client.providerId(), SIZE).forEach(number -> uris.add(uri(client, number)));
            return Json.createObjectBuilder().add("status_lists", uris).build();
        });
    }

    /** The address of {@link #aggregation}. */
    public String aggregationUri(OAuthClient client) {
        return issuers.endpoint(client, "status-lists/");
    }

    private String sign(OAuthClient client, Key key) {
        long first = key.number() * SIZE;
        List<Integer> invalid = tokens.invalidPlaces(key.provider(), first, SIZE).stream().map(place -> (int) (place - first)).toList();
        Instant now = clock.instant();
        return keys.signer(client).sign(TYPE, new JWTClaimsSet.Builder().issuer(issuers.issuer(client)).subject(key.uri())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(GOOD)))
                .claim("ttl", FRESH.toSeconds())
                .claim("status_list", Map.of("bits", 1, "lst", StatusBits.encode(SIZE, invalid), "aggregation_uri", aggregationUri(client))).build());
    }

    private String uri(OAuthClient client, long number) {
        return issuers.endpoint(client, "status-list/" + number + "/");
    }
}
