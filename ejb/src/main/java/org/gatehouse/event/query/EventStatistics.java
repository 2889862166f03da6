package org.gatehouse.event.query;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventModel;
import org.gatehouse.model.event.EventFigures;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.TimeSpan;

/**
 * Sums over events: how many in which time and of how many people, and which applications are used most. For a dashboard:
 * {@code statistics.topApplications(actor, EventVolume.query(Map.of()), 10)} and
 * {@code statistics.totals(actor, EventVolume.query(Map.of("action", List.of("login_failed"))), List.of("hours=24", "days=7"))}.
 */
@Stateless
public class EventStatistics {

    /** How far back the use of applications is counted. */
    public static final Duration USE_COVERED = Duration.ofDays(30);

    /** The most applications that are listed. */
    public static final int MOST_APPLICATIONS = 100;

    private static final String STEPS = "count_steps";
    private static final int MOST_STEPS = 20;
    private static final Duration LONGEST = Duration.ofDays(EventVolume.MOST_DAYS);

    /**
     * How often an application was used.
     *
     * @param application pk, name, app and model_name, as the latest event has them
     * @param events how many events
     * @param users how many different people
     */
    public record Use(JsonObject application, long events, long users) {
    }

    /**
     * Events in several spans of time that end now.
     *
     * @param users how many different people they are of, in the longest span
     * @param counts how many events, by span as it was asked for
     */
    public record Totals(long users, Map<String, Long> counts) {
    }

    @Inject
    private EventFigures figures;

    @Inject
    private EventListings listings;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /**
     * The applications that people used most in the last 30 days, the most used first.
     *
     * @param most how many, from 1; more than {@value #MOST_APPLICATIONS} count as that many
     * @throws org.gatehouse.access.AccessDenied when the actor may not see events
     */
    public List<Use> topApplications(Actor actor, ModelQuery query, int most) {
        permissions.require(actor, Permission.view(EventModel.NAME));
        int wanted = Math.min(Math.max(1, most), MOST_APPLICATIONS);
        return figures.mostUsed(listings.of(query).listing(), clock.instant().minus(USE_COVERED), wanted).stream()
                .map(use -> new Use(read(use.application()), use.events(), use.users())).toList();
    }

    /**
     * How many events there were in each of the spans.
     *
     * @param spans such as {@code hours=24} ({@link TimeSpan}), 1 to {@value #MOST_STEPS}, none longer than {@value EventVolume#MOST_DAYS} days
     * @throws InvalidInput when there are too many or too few spans, or one is not in the notation
     * @throws org.gatehouse.access.AccessDenied when the actor may not see events
     */
    public Totals totals(Actor actor, ModelQuery query, List<String> spans) {
        permissions.require(actor, Permission.view(EventModel.NAME));
        if (spans.isEmpty() || spans.size() > MOST_STEPS) {
            throw new InvalidInput(STEPS, spans.isEmpty() ? "This field is required." : "Ensure there are no more than " + MOST_STEPS + " values.");
        }
        List<String> distinct = spans.stream().distinct().toList();
        Instant now = clock.instant();
        EventFigures.Totals found = figures.totals(listings.of(query).listing(), distinct.stream().map(span -> now.minus(length(span))).toList());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (int i = 0; i < distinct.size(); i++) {
            counts.put(distinct.get(i), found.counts().get(i));
        }
        return new Totals(found.users(), counts);
    }

    /** The contract's description joins units by commas as well. */
    private static Duration length(String span) {
        try {
            Duration length = new TimeSpan(span.replace(',', ';')).duration();
            if (length.compareTo(LONGEST) <= 0) {
                return length;
            }
        } catch (IllegalArgumentException malformed) {
            throw new InvalidInput(STEPS, malformed.getMessage());
        }
        throw new InvalidInput(STEPS, "Ensure no time is longer than " + LONGEST.toDays() + " days.");
    }

    private static JsonObject read(String application) {
        try (JsonReader reader = Json.createReader(new StringReader(application))) {
            return reader.readObject();
        }
    }
}
