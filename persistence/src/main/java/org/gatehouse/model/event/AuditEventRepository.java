package org.gatehouse.model.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on the audit log. */
@ApplicationScoped
public class AuditEventRepository extends Repository<AuditEvent, UUID> {


    /** What events are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("audit_event o", "o.created DESC")
            .uuid("pk", "o.id").text("action", "o.action").text("actions", "o.action").text("client_ip", "o.client_ip")
            .text("username", "o.actor ->> 'username'").text("brand_name", "o.brand ->> 'name'")
            .text("context_model_pk", "o.context -> 'model' ->> 'pk'").text("context_model_app", "o.context -> 'model' ->> 'app'")
            .text("context_model_name", "o.context -> 'model' ->> 'model_name'")
            .text("context_authorized_app", "o.context -> 'authorized_application' ->> 'pk'")
            .text("context_device", "o.context -> 'device' ->> 'pk'")
            .orders("created", "action", "app", "client_ip", "expires").order("user", "o.actor ->> 'username'")
            .search("o.action", "o.app", "o.client_ip", "o.actor ->> 'username'", "CAST(o.context AS text)");

    public AuditEventRepository() {
        super(AuditEvent.class);
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
