package org.gatehouse.model.application;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on entitlements. */
@ApplicationScoped
public class ApplicationEntitlementRepository extends Repository<ApplicationEntitlement, UUID> {

    /** What entitlements are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("application_entitlement o", "o.name")
            .uuid("pbm_uuid", "o.id").uuid("app", "o.application_id").text("name", "o.name")
            .orders("name").order("app", "o.application_id").order("pbm_uuid", "o.id").search("o.name");

    public ApplicationEntitlementRepository() {
        super(ApplicationEntitlement.class);
    }

    /** The application's entitlements, by name. */
    public List<ApplicationEntitlement> findOf(UUID applicationId) {
        return query("select e from ApplicationEntitlement e where e.applicationId = :application order by e.name")
                .setParameter("application", applicationId).getResultList();
    }

    public Optional<ApplicationEntitlement> findByName(UUID applicationId, String name) {
        return only(query("select e from ApplicationEntitlement e where e.applicationId = :application and e.name = :name")
                .setParameter("application", applicationId).setParameter("name", name));
    }
}
