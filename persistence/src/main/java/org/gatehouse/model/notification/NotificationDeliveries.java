package org.gatehouse.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The outbox of webhooks, and how far the rules have come. Runs in the caller's transaction. */
@ApplicationScoped
public class NotificationDeliveries {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** The number of the last event's link that the rules were asked about, kept from everybody else; empty when somebody else has it. */
    public Optional<Long> lockCursor() {
        List<?> rows = entityManager.createNativeQuery("SELECT seq FROM notification_cursor WHERE id = 1 FOR UPDATE SKIP LOCKED").getResultList();
        return rows.stream().findFirst().map(seq -> ((Number) seq).longValue());
    }

    public void moveCursor(long seq) {
        entityManager.createNativeQuery("UPDATE notification_cursor SET seq = ?1 WHERE id = 1").setParameter(1, seq).executeUpdate();
    }

    /** Adds a call that is to be made as soon as possible. */
    public void add(NotificationDelivery delivery, Instant now) {
        entityManager.createNativeQuery("INSERT INTO notification_delivery (id, transport_id, user_id, event_id, severity, body, due)"
                + " VALUES (?1, ?2, CAST(?3 AS bigint), ?4, ?5, ?6, ?7)")
                .setParameter(1, delivery.id()).setParameter(2, delivery.transportId())
                .setParameter(3, delivery.userId().map(String::valueOf).orElse(null)).setParameter(4, delivery.eventId())
                .setParameter(5, delivery.severity().wireName()).setParameter(6, delivery.body()).setParameter(7, Timestamp.from(now)).executeUpdate();
    }

    /**
     * Takes the call that has waited longest, counts the attempt, and keeps everybody else from it until a moment.
     *
     * @param until when somebody else may try it if nobody has said what became of it
     */
    public Optional<NotificationDelivery> take(Instant now, Instant until) {
        List<?> taken = entityManager.createNativeQuery("""
                UPDATE notification_delivery SET attempts = attempts + 1, due = ?1
                WHERE id = (SELECT id FROM notification_delivery WHERE due <= ?2 ORDER BY due FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING id, transport_id, user_id, event_id, severity, body, attempts""")
                .setParameter(1, Timestamp.from(until)).setParameter(2, Timestamp.from(now)).getResultList();
        return taken.stream().map(Object[].class::cast).findFirst().map(row -> new NotificationDelivery((UUID) row[0], (UUID) row[1],
                Optional.ofNullable(row[2]).map(id -> ((Number) id).longValue()), (UUID) row[3],
                Severity.valueOf(((String) row[4]).toUpperCase(Locale.ROOT)), (String) row[5], ((Number) row[6]).intValue()));
    }

    /** Keeps a call for another attempt. */
    public void postpone(UUID id, Instant due) {
        entityManager.createNativeQuery("UPDATE notification_delivery SET due = ?1 WHERE id = ?2")
                .setParameter(1, Timestamp.from(due)).setParameter(2, id).executeUpdate();
    }

    /** Forgets a call. */
    public void delete(UUID id) {
        entityManager.createNativeQuery("DELETE FROM notification_delivery WHERE id = ?1").setParameter(1, id).executeUpdate();
    }
}
