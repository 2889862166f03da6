package org.gatehouse.model.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.Repository;

/** Queries on roles and on who has them. */
@ApplicationScoped
public class RoleRepository extends Repository<Role, UUID> {

    /** What roles are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("role o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").text("managed", "o.managed")
            .filter("managed__isnull", Kind.BOOLEAN, "(o.managed IS NULL) = ?")
            .filter("users", Kind.INTEGER, "EXISTS (SELECT 1 FROM user_role r WHERE r.role_id = o.id AND r.user_id = ?)")
            .filter("groups", Kind.UUID, "EXISTS (SELECT 1 FROM group_role r WHERE r.role_id = o.id AND r.group_id = ?)")
            .filter("inherited_users", Kind.INTEGER, "o.id IN (SELECT effective_roles(?))")
            .filter("inherited_groups", Kind.UUID, "o.id IN (SELECT group_roles(ARRAY[CAST(? AS uuid)]))")
            .orders("name").search("o.name");

    public RoleRepository() {
        super(Role.class);
    }

    public Optional<Role> findByName(String name) {
        return only(query("select r from Role r where r.name = :name").setParameter("name", name));
    }

    /** The roles each of the users has itself, by name. */
    public Map<Long, List<UUID>> ofUsers(Collection<Long> users) {
        return users.isEmpty() ? Map.of() : pairs("SELECT u.user_id, u.role_id FROM user_role u JOIN role r ON r.id = u.role_id WHERE u.user_id IN ("
                + marks(users) + ") ORDER BY r.name", users.toArray());
    }

    /** The roles each of the groups has itself, by name. */
    public Map<UUID, List<UUID>> ofGroups(Collection<UUID> groups) {
        return groups.isEmpty() ? Map.of() : pairs("SELECT g.group_id, g.role_id FROM group_role g JOIN role r ON r.id = g.role_id"
                + " WHERE g.group_id IN (" + marks(groups) + ") ORDER BY r.name", groups.toArray());
    }

    /** The roles that members of each of the groups have through its ancestors, by name. */
    public Map<UUID, List<UUID>> inheritedBy(Collection<UUID> groups) {
        return groups.isEmpty() ? Map.of() : pairs("SELECT g.id, r.id FROM user_group g, LATERAL group_roles(ARRAY(SELECT p.parent_id"
                + " FROM group_parent p WHERE p.group_id = g.id)) i (id) JOIN role r ON r.id = i.id WHERE g.id IN (" + marks(groups)
                + ") ORDER BY r.name", groups.toArray());
    }

    /** Gives a user exactly these roles, beside the one for what they created, which only they lose with their account. */
    public void replaceOfUser(long userId, Collection<UUID> roles) {
        entityManager.createNativeQuery("DELETE FROM user_role WHERE user_id = ?1 AND role_id NOT IN (SELECT r.id FROM role r WHERE r.owner_id = ?1)")
                .setParameter(1, userId).executeUpdate();
        roles.forEach(role -> addToUser(userId, role));
    }

    /** Gives a group exactly these roles. */
    public void replaceOfGroup(UUID groupId, Collection<UUID> roles) {
        entityManager.createNativeQuery("DELETE FROM group_role WHERE group_id = ?1").setParameter(1, groupId).executeUpdate();
        for (UUID role : roles) {
            entityManager.createNativeQuery("INSERT INTO group_role (group_id, role_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                    .setParameter(1, groupId).setParameter(2, role).executeUpdate();
        }
    }

    public void addToUser(long userId, UUID role) {
        entityManager.createNativeQuery("INSERT INTO user_role (user_id, role_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, userId).setParameter(2, role).executeUpdate();
    }

    public void removeFromUser(long userId, UUID role) {
        entityManager.createNativeQuery("DELETE FROM user_role WHERE user_id = ?1 AND role_id = ?2")
                .setParameter(1, userId).setParameter(2, role).executeUpdate();
    }

    /** The role that gives the user rights to what they created; made when it is first needed, however many ask at once. */
    public UUID ownRole(long userId) {
        String name = "gatehouse-creator-" + userId;
        entityManager.createNativeQuery("INSERT INTO role (id, name, managed, owner_id) VALUES (?1, ?2, ?2, ?3) ON CONFLICT DO NOTHING")
                .setParameter(1, UUID.randomUUID()).setParameter(2, name).setParameter(3, userId).executeUpdate();
        UUID id = only(query("select r from Role r where r.ownerId = :owner").setParameter("owner", userId)).orElseThrow().getId();
        addToUser(userId, id);
        return id;
    }
}
