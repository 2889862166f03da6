package org.gatehouse.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on what people were told. */
@ApplicationScoped
public class NotificationRepository extends Repository<Notification, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("notification o", "o.created DESC")
            .uuid("pk", "o.id").text("body", "o.body").filter("created", ListColumns.Kind.INSTANT, "o.created = ?").uuid("event", "o.event_id")
            .bool("seen", "o.seen").choice("severity", Severity.class, "o.severity").filter("user", ListColumns.Kind.INTEGER, "o.user_id = ?")
            .orders("severity", "body", "created", "seen").search("o.body");

    public NotificationRepository() {
        super(Notification.class);
    }

    /** Marks everything that the user was told as seen. Returns how many were not yet. */
    public int markAllSeen(long userId) {
        return entityManager.createNativeQuery("UPDATE notification SET seen = true WHERE user_id = ?1 AND NOT seen")
                .setParameter(1, userId).executeUpdate();
    }

    /** What the user was told and has not run out, the newest first. */
    public List<Notification> findOwn(long userId, Instant now, int most) {
        return query("select n from Notification n where n.userId = :user and n.expires > :now order by n.created desc, n.id")
                .setParameter("user", userId).setParameter("now", now).setMaxResults(most).getResultList();
    }

    /** How many of them the user has not seen; counted up to a bound. */
    public int countUnseen(long userId, Instant now, int most) {
        Number count = (Number) entityManager.createNativeQuery("SELECT count(*) FROM (SELECT 1 FROM notification"
                + " WHERE user_id = ?1 AND NOT seen AND expires > ?2 LIMIT ?3) n")
                .setParameter(1, userId).setParameter(2, Timestamp.from(now)).setParameter(3, most).getSingleResult();
        return count.intValue();
    }

    /** Marks one that the user was told as seen; nothing happens when it is not the user's. */
    public void markSeen(long userId, UUID id) {
        entityManager.createNativeQuery("UPDATE notification SET seen = true WHERE id = ?1 AND user_id = ?2")
                .setParameter(1, id).setParameter(2, userId).executeUpdate();
    }

    /** Deletes one that the user was told; nothing happens when it is not the user's. */
    public void removeOwn(long userId, UUID id) {
        entityManager.createNativeQuery("DELETE FROM notification WHERE id = ?1 AND user_id = ?2")
                .setParameter(1, id).setParameter(2, userId).executeUpdate();
    }
}
