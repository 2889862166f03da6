package org.gatehouse.model.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on the ways to tell people. */
@ApplicationScoped
public class NotificationTransportRepository extends Repository<NotificationTransport, UUID> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("notification_transport o", "o.name")
            .uuid("uuid", "o.id").text("name", "o.name").choice("mode", TransportMode.class, "o.mode").text("webhook_url", "o.webhook_url")
            .bool("send_once", "o.send_once").orders("name", "mode", "webhook_url", "send_once").search("o.name", "o.mode");

    public NotificationTransportRepository() {
        super(NotificationTransport.class);
    }

    public Optional<NotificationTransport> findByName(String name) {
        return only(query("select t from NotificationTransport t where t.name = :name").setParameter("name", name));
    }
}
