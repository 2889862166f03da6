package org.gatehouse.model.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.gatehouse.model.Listing;

/**
 * Counts of events. Each question has a beginning, so that what it costs depends on the time it covers and not on how long the
 * installation has been running. The listing gives the condition; its page and order do not matter.
 */
@ApplicationScoped
public class EventFigures {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * Events of one action in one step of time.
     *
     * @param start when the step begins; steps begin at full multiples of their length since 1970, in UTC
     */
    public record Step(Instant start, String action, long count) {
    }

    /**
     * How often an application was used.
     *
     * @param application what the latest of these events says about it, as JSON text
     * @param events how many events
     * @param users how many different people
     */
    public record Use(String application, long events, long users) {
    }

    /** Different people, and the number of events since each of the moments asked for, in their order. */
    public record Totals(long users, List<Long> counts) {
    }

    /** The events since a moment, by action and step of time, the earliest first; steps without events are left out. */
    public List<Step> volume(Listing listing, Instant since, Duration step) {
        List<Object> parameters = new ArrayList<>(listing.parameters());
        String place = add(parameters, Timestamp.from(since));
        List<?> rows = bound("SELECT date_bin(interval '" + step.toSeconds() + " seconds', o.created, timestamptz '1970-01-01 00:00Z') AS step,"
                + " o.action, count(*) FROM " + listing.from() + " WHERE " + listing.where() + " AND o.created >= " + place
                + " GROUP BY step, o.action ORDER BY step, o.action", parameters).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Step(instant(row[0]), (String) row[1], number(row[2]))).toList();
    }

    /** The applications that were used most since a moment, the most used first. */
    public List<Use> mostUsed(Listing listing, Instant since, int most) {
        List<Object> parameters = new ArrayList<>(listing.parameters());
        String place = add(parameters, Timestamp.from(since));
        List<?> rows = bound("SELECT (SELECT CAST(e.context -> 'authorized_application' AS text) FROM audit_event e"
                + " WHERE e.authorized_app = used.authorized_app ORDER BY e.created DESC, e.id DESC LIMIT 1), used.events, used.users"
                + " FROM (SELECT o.authorized_app, count(*) AS events, count(DISTINCT o.actor_pk) AS users FROM " + listing.from()
                + " WHERE " + listing.where() + " AND o.authorized_app IS NOT NULL AND o.created >= " + place
                + " GROUP BY o.authorized_app ORDER BY events DESC, o.authorized_app LIMIT " + most + ") used"
                + " ORDER BY used.events DESC, used.authorized_app", parameters).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new Use((String) row[0], number(row[1]), number(row[2]))).toList();
    }

    /** What happened since each of the moments, and how many people it concerned since the first of all. */
    public Totals totals(Listing listing, List<Instant> since) {
        List<Object> parameters = new ArrayList<>(listing.parameters());
        StringBuilder counts = new StringBuilder();
        since.forEach(moment -> counts.append(", count(*) FILTER (WHERE o.created >= ").append(add(parameters, Timestamp.from(moment))).append(')'));
        String first = add(parameters, Timestamp.from(since.stream().min(Instant::compareTo).orElseThrow()));
        Object[] row = (Object[]) bound("SELECT count(DISTINCT o.actor_pk)" + counts + " FROM " + listing.from() + " WHERE "
                + listing.where() + " AND o.created >= " + first, parameters).getSingleResult();
        List<Long> numbers = new ArrayList<>();
        for (int i = 1; i < row.length; i++) {
            numbers.add(number(row[i]));
        }
        return new Totals(number(row[0]), numbers);
    }

    private static String add(List<Object> parameters, Object value) {
        parameters.add(value);
        return "?" + parameters.size();
    }

    private Query bound(String sql, List<Object> parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }
}
