package org.gatehouse.event.query;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventModel;
import org.gatehouse.model.Listing;
import org.gatehouse.model.event.EventFigures;
import org.gatehouse.type.ModelQuery;

/**
 * How many events of which action there were over time: the data of a chart. Up to {@value #DAYS_BY_HOUR} days come by the hour, more by the
 * day. For a dashboard: {@code volume.of(actor, EventVolume.query(Map.of("action", List.of("login"))), 7)}.
 */
@Stateless
public class EventVolume {

    /** How many days are shown by the hour. */
    public static final int DAYS_BY_HOUR = 7;

    /** The most days a chart covers. */
    public static final int MOST_DAYS = 366;

    private static final String CUSTOM = "custom_";

    /**
     * Events of one action in one step of time.
     *
     * @param action as the contract names it; all actions of an installation's own are {@code custom_}
     * @param time the beginning of the hour or day, in UTC
     */
    public record Point(String action, Instant time, long count) {
    }

    @Inject
    private EventFigures figures;

    @Inject
    private EventListings listings;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /** A question with these filters (see {@link EventModel#filters()}) and nothing else. */
    public static ModelQuery query(Map<String, List<String>> filters) {
        return new ModelQuery("", filters, "", 1, 1);
    }

    /**
     * The points of the chart, the earliest first; an hour or a day in which nothing happened has none.
     *
     * @param query filters and search as in a list of events; page and order do not matter
     * @param days how far back, from 1; more than {@value #MOST_DAYS} count as that many
     * @throws org.gatehouse.access.AccessDenied when the actor may not see events
     */
    public List<Point> of(Actor actor, ModelQuery query, int days) {
        permissions.require(actor, Permission.view(EventModel.NAME));
        int covered = Math.min(Math.max(1, days), MOST_DAYS);
        Duration step = covered <= DAYS_BY_HOUR ? Duration.ofHours(1) : Duration.ofDays(1);
        Listing listing = listings.of(query).listing();
        return folded(figures.volume(listing, clock.instant().minus(Duration.ofDays(covered)), step));
    }

    private static List<Point> folded(List<EventFigures.Step> steps) {
        Map<Point, Long> counts = steps.stream().collect(Collectors.groupingBy(
                step -> new Point(step.action().startsWith(CUSTOM) ? CUSTOM : step.action(), step.start(), 0),
                LinkedHashMap::new, Collectors.summingLong(EventFigures.Step::count)));
        return counts.entrySet().stream().map(entry -> new Point(entry.getKey().action(), entry.getKey().time(), entry.getValue())).toList();
    }
}
