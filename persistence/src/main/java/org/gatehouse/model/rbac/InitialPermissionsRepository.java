package org.gatehouse.model.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.Repository;

/** Queries on initial permissions. */
@ApplicationScoped
public class InitialPermissionsRepository extends Repository<InitialPermissions, Long> {

    /** What they are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("initial_permissions o", "o.name").numbered("o.id")
            .filter("pk", Kind.INTEGER, "o.id = ?").text("name", "o.name").uuid("role", "o.role_id")
            .orders("name").search("o.name");

    public InitialPermissionsRepository() {
        super(InitialPermissions.class);
    }

    public Optional<InitialPermissions> findByName(String name) {
        return only(query("select i from InitialPermissions i where i.name = :name").setParameter("name", name));
    }

    /** What is to be given for a new object of the kind that the user made: pairs of role and permission. */
    @SuppressWarnings("unchecked")
    public List<GrantRow> forCreator(long userId, String model) {
        return ((List<Object[]>) entityManager.createNativeQuery("""
                SELECT CAST(i.role_id AS text), p.id FROM initial_permissions i
                JOIN initial_permissions_permission l ON l.initial_id = i.id JOIN permission p ON p.id = l.permission_id
                WHERE p.model = ?1 AND i.role_id IN (SELECT effective_roles(?2))""").setParameter(1, model).setParameter(2, userId).getResultList())
                .stream().map(row -> new GrantRow(0, UUID.fromString((String) row[0]), ((Number) row[1]).intValue(), null)).toList();
    }
}
