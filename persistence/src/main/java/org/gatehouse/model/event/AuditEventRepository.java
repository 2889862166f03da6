package org.gatehouse.model.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Listing;
import org.gatehouse.model.Repository;

/** Queries on the audit log. */
@ApplicationScoped
public class AuditEventRepository extends Repository<AuditEvent, UUID> {

    private static final Pattern PLANNED_ROWS = Pattern.compile(" rows=(\\d+)");

    /** What events are listed by. Every expression here has an index (V1_41). */
    public static final ListColumns COLUMNS = ListColumns.of("audit_event o", "o.created DESC")
            .uuid("pk", "o.id").text("action", "o.action").text("actions", "o.action").text("client_ip", "o.client_ip")
            .text("username", "o.actor ->> 'username'").text("brand_name", "o.brand ->> 'name'")
            .key("context_model_pk", "o.context -> 'model' ->> 'pk'").text("context_model_app", "o.context -> 'model' ->> 'app'")
            .text("context_model_name", "o.context -> 'model' ->> 'model_name'")
            .key("context_authorized_app", "o.authorized_app")
            .text("context_device", "o.context -> 'device' ->> 'pk'")
            .orders("created", "action", "app", "client_ip", "expires").order("user", "o.actor ->> 'username'");

    public AuditEventRepository() {
        super(AuditEvent.class);
    }

    /**
     * In how many of the newest events the words are.
     *
     * @param words a {@code tsquery}
     */
    public long countRecent(String words, int newest) {
        return ((Number) bound("SELECT count(*) FROM (SELECT * FROM audit_event ORDER BY created DESC, id DESC LIMIT " + newest + ") o WHERE "
                + "event_words(o.action, o.app, o.client_ip, o.actor, o.context) @@ to_tsquery('simple', ?1)", List.of(words)).getSingleResult()).longValue();
    }

    /** How many rows match, but no more than {@code most}: the work is bounded, however many there are. */
    public long countUpTo(Listing listing, long most) {
        Query query = bound("SELECT count(*) FROM (SELECT 1 FROM " + listing.from() + " WHERE " + listing.where() + " LIMIT " + most + ") seen",
                listing.parameters());
        return ((Number) query.getSingleResult()).longValue();
    }

    /** About how many rows match, as the database reckons without looking at them. */
    public long estimate(Listing listing) {
        String plan = bound("EXPLAIN SELECT 1 FROM " + listing.from() + " WHERE " + listing.where(), listing.parameters())
                .getResultList().get(0).toString();
        Matcher rows = PLANNED_ROWS.matcher(plan);
        return rows.find() ? Long.parseLong(rows.group(1)) : 0;
    }

    /**
     * The next events of a listing, the oldest first, whatever its page and order.
     *
     * @param until nothing later counts
     * @param after where the page before ended, or null for the first
     */
    public List<AuditEvent> upTo(Listing listing, Instant until, AuditEvent after, int size) {
        List<Object> parameters = new ArrayList<>(listing.parameters());
        parameters.add(Timestamp.from(until));
        String where = listing.where() + " AND o.created <= ?" + parameters.size();
        if (after != null) {
            parameters.add(Timestamp.from(after.getCreated()));
            parameters.add(after.getId());
            where += " AND (o.created, o.id) > (?" + (parameters.size() - 1) + ", ?" + parameters.size() + ")";
        }
        return list(new Listing(listing.from(), where, parameters, "o.created, o.id", 0, size));
    }

    /** A native query with its parameters in their order. */
    private Query bound(String sql, List<?> parameters) {
        Query query = entityManager.createNativeQuery(sql);
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter(i + 1, parameters.get(i));
        }
        return query;
    }

    /** Where the user has logged in from lately, the latest first; logins without an address are left out. */
    public List<LoginPlace> lastLogins(long userId, int count) {
        List<?> ids = count <= 0 ? List.of() : entityManager.createNativeQuery("SELECT e.id FROM audit_event e WHERE e.action = 'login'"
                        + " AND e.actor ->> 'pk' = ?1 AND e.client_ip IS NOT NULL ORDER BY e.created DESC")
                .setParameter(1, Long.toString(userId)).setMaxResults(count).getResultList();
        return findAll(ids).stream().sorted(Comparator.comparing(AuditEvent::getCreated).reversed())
                .map(event -> new LoginPlace(event.getClientIp(), event.getCreated())).toList();
    }
}
