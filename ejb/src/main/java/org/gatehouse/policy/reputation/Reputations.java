package org.gatehouse.policy.reputation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventRecorded;
import org.gatehouse.geo.AutonomousSystem;
import org.gatehouse.geo.GeoDatabases;
import org.gatehouse.geo.GeoPlace;
import org.gatehouse.model.policy.ReputationRepository;
import org.gatehouse.policy.reputation.ReputationChanges.Source;

/**
 * Keeps the scores: a login that fails costs a point, one that succeeds gains one. A login itself writes nothing: changes are collected
 * on the node and written every few seconds with one statement ({@link ReputationWriter}); until then they count on this node only.
 */
@ApplicationScoped
public class Reputations {

    private static final int MOST_UNWRITTEN = 10_000;
    private static final int LONGEST_NAME = 254;

    @Inject
    private ReputationRepository scores;

    @Inject
    private ReputationLimits limits;

    @Inject
    private GeoDatabases geo;

    @Inject
    private Clock clock;

    private final ReputationChanges changes = new ReputationChanges(MOST_UNWRITTEN);

    public Reputations() {
    }

    Reputations(ReputationRepository scores, ReputationLimits limits, GeoDatabases geo, Clock clock) {
        this.scores = scores;
        this.limits = limits;
        this.geo = geo;
        this.clock = clock;
    }

    void count(@Observes EventRecorded event) {
        if (event.clientIp() == null || event.username().isEmpty()) {
            return;
        }
        if (event.action().equals(EventAction.LOGIN_FAILED)) {
            changes.add(source(event), -1);
        } else if (event.action().equals(EventAction.LOGIN)) {
            changes.add(source(event), 1);
        }
    }

    private static Source source(EventRecorded event) {
        return new Source(identifier(event.username()), ClientNetwork.of(event.clientIp()));
    }

    /**
     * The name as the database keeps it: without zeros, and without the halves of characters that cutting may leave. Names that become
     * one there have to be one here, as a statement that writes one row twice fails, for all names in it and again each time.
     */
    private static String identifier(String name) {
        String kept = name.toLowerCase(Locale.ROOT).replace("\0", "");
        String cut = kept.length() > LONGEST_NAME ? kept.substring(0, LONGEST_NAME) : kept;
        return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** The sum of the scores of the address and of the name; 0 when both are unknown. */
    long score(Optional<String> clientIp, Optional<String> username) {
        String ip = clientIp.map(ClientNetwork::of).orElse(null);
        String identifier = username.map(Reputations::identifier).orElse(null);
        return ip == null && identifier == null ? 0
                : scores.score(ip, identifier, limits.rules(), clock.instant()) + changes.sum(ip, identifier);
    }

    /** Writes what is not written yet, in the caller's transaction; puts it back when that does not work. */
    void write() {
        Map<Source, Long> taken = changes.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            scores.apply(rows(taken), limits.rules(), clock.instant());
        } catch (RuntimeException unwritten) {
            taken.forEach(changes::add);
            throw unwritten;
        }
    }

    /** Forgets the oldest scores when there are too many. */
    void trim() {
        scores.keepNewest(limits.mostScores());
    }

    private JsonArray rows(Map<Source, Long> taken) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        taken.forEach((source, change) -> rows.add(Json.createObjectBuilder()
                .add("identifier", source.identifier()).add("ip", source.ip()).add("change", change)
                .add("geo", geo.findPlace(source.ip()).map(GeoPlace::toJson).orElse(JsonObject.EMPTY_JSON_OBJECT))
                .add("asn", geo.findNetwork(source.ip()).map(AutonomousSystem::toJson).orElse(JsonObject.EMPTY_JSON_OBJECT))));
        return rows.build();
    }
}
