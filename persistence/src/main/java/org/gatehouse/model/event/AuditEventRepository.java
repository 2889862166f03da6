package org.gatehouse.model.event;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on the audit log. */
@ApplicationScoped
public class AuditEventRepository extends Repository<AuditEvent, UUID> {

    public AuditEventRepository() {
        super(AuditEvent.class);
    }

}
