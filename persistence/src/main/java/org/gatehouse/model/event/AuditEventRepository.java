package org.gatehouse.model.event;

import jakarta.enterprise.context.ApplicationScoped;
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

}
