package org.gatehouse.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;

/**
 * The cluster's copy of live sessions. An ended session leaves a tombstone rather than a gap: a node that has just read the
 * row from the database can then not bring it back to life.
 */
@ApplicationScoped
class SessionCache {

    private static final String TOMBSTONE = "{}";
    private static final Duration LONGEST = Duration.ofHours(1);

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    Optional<LiveSession> find(String digest) {
        return Optional.ofNullable(caches.sessions().get(digest)).filter(text -> !text.equals(TOMBSTONE)).map(SessionCache::read);
    }

    /** Keeps a session read from the database; empty when it was ended meanwhile. */
    Optional<LiveSession> keep(String digest, LiveSession session) {
        String former = caches.sessions().putIfAbsent(digest, write(session), lifespan(session.expires()), TimeUnit.MILLISECONDS);
        return TOMBSTONE.equals(former) ? Optional.empty() : Optional.of(session);
    }

    void replace(String digest, LiveSession former, LiveSession session) {
        caches.sessions().replace(digest, write(former), write(session), lifespan(session.expires()), TimeUnit.MILLISECONDS);
    }

    void revoke(String digest, Instant expires) {
        caches.sessions().put(digest, TOMBSTONE, lifespan(expires), TimeUnit.MILLISECONDS);
    }

    private long lifespan(Instant expires) {
        Duration left = Duration.between(clock.instant(), expires);
        return Math.max(1, (left.compareTo(LONGEST) < 0 ? left : LONGEST).toMillis());
    }

    private static String write(LiveSession session) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        session.impersonator().ifPresent(impersonator -> json.add("impersonator", impersonator.toJson()));
        return json
                .add("id", session.id().toString())
                .add("user", session.userId())
                .add("created", session.created().toString())
                .add("expires", session.expires().toString())
                .add("last_used", session.lastUsed().toString())
                .add("methods", Json.createArrayBuilder(session.methods()))
                .add("binding", session.binding().toJson())
                .add("flow", session.flow())
                .build().toString();
    }

    private static LiveSession read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return new LiveSession(UUID.fromString(json.getString("id")), json.getJsonNumber("user").longValue(),
                    Instant.parse(json.getString("created")), Instant.parse(json.getString("expires")),
                    Instant.parse(json.getString("last_used")), json.getJsonArray("methods").getValuesAs(JsonString::getString),
                    SessionBinding.read(json.getJsonObject("binding")), json.getString("flow", ""),
                    Impersonator.read(json.getJsonObject("impersonator")));
        }
    }
}
