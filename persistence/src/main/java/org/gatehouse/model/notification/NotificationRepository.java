package org.gatehouse.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
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
}
