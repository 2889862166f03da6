package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on groups and memberships. */
@ApplicationScoped
public class GroupRepository extends Repository<Group, UUID> {


    /** What groups are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("user_group o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").bool("is_superuser", "o.superuser")
            .filter("num_pk", Kind.INTEGER, "o.num_pk = ?")
            .filter("attributes", Kind.JSON, "o.attributes @> CAST(? AS jsonb)")
            .filter("members_by_pk", Kind.INTEGER, "EXISTS (SELECT 1 FROM group_member m WHERE m.group_id = o.id AND m.user_id = ?)")
            .filter("members_by_username", Kind.TEXT, "EXISTS (SELECT 1 FROM group_member m JOIN user_account u ON u.id = m.user_id"
                    + " WHERE m.group_id = o.id AND lower(u.username) = lower(?))")
            .orders("name", "num_pk").order("is_superuser", "o.superuser")
            .search("o.name");

    public GroupRepository() {
        super(Group.class);
    }

    /** Stores a new group at once: its number is the database's to give. */
    @Override
    public Group add(Group group) {
        entityManager.persist(group);
        entityManager.flush();
        entityManager.refresh(group);
        return group;
    }

    public Optional<Group> findByName(String name) {
        return only(query("select g from Group g where g.name = :name").setParameter("name", name));
    }

    /** The groups a user is a member of, directly or through a descendant, each once. */
    @SuppressWarnings("unchecked")
    public List<Group> findEffective(long userId) {
        return entityManager.createNativeQuery("""
                WITH RECURSIVE effective (id) AS (
                    SELECT group_id FROM group_member WHERE user_id = ?1
                    UNION
                    SELECT p.parent_id FROM group_parent p JOIN effective e ON p.group_id = e.id)
                SELECT g.* FROM user_group g JOIN effective e ON e.id = g.id ORDER BY g.name""", Group.class)
                .setParameter(1, userId).getResultList();
    }

    /** The groups a user is a member of itself. */
    @SuppressWarnings("unchecked")
    public List<Group> findDirect(long userId) {
        return entityManager.createNativeQuery("""
                SELECT g.* FROM user_group g JOIN group_member m ON m.group_id = g.id WHERE m.user_id = ?1 ORDER BY g.name""", Group.class)
                .setParameter(1, userId).getResultList();
    }

    /** Whether the user is, through any of the effective groups, a superuser. */
    public boolean isSuperuser(long userId) {
        return (Boolean) entityManager.createNativeQuery("""
                WITH RECURSIVE effective (id) AS (
                    SELECT group_id FROM group_member WHERE user_id = ?1
                    UNION
                    SELECT p.parent_id FROM group_parent p JOIN effective e ON p.group_id = e.id)
                SELECT EXISTS (SELECT 1 FROM user_group g JOIN effective e ON e.id = g.id WHERE g.superuser)""")
                .setParameter(1, userId).getSingleResult();
    }

    public void addMember(UUID groupId, long userId) {
        entityManager.createNativeQuery("INSERT INTO group_member (group_id, user_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, groupId).setParameter(2, userId).executeUpdate();
    }

    public void removeMember(UUID groupId, long userId) {
        entityManager.createNativeQuery("DELETE FROM group_member WHERE group_id = ?1 AND user_id = ?2")
                .setParameter(1, groupId).setParameter(2, userId).executeUpdate();
    }

    /** The direct members of each group, by username. */
    public Map<UUID, List<Long>> membersOf(Collection<UUID> groups) {
        return groups.isEmpty() ? Map.of() : pairs("SELECT m.group_id, m.user_id FROM group_member m JOIN user_account u ON u.id = m.user_id"
                + " WHERE m.group_id IN (" + marks(groups) + ") ORDER BY u.username", groups.toArray());
    }

    /** The direct parents of each group. */
    public Map<UUID, List<UUID>> parentsOf(Collection<UUID> groups) {
        return groups.isEmpty() ? Map.of() : pairs("SELECT group_id, parent_id FROM group_parent WHERE group_id IN ("
                + marks(groups) + ") ORDER BY parent_id", groups.toArray());
    }

    /** The direct children of each group. */
    public Map<UUID, List<UUID>> childrenOf(Collection<UUID> groups) {
        return groups.isEmpty() ? Map.of() : pairs("SELECT parent_id, group_id FROM group_parent WHERE parent_id IN ("
                + marks(groups) + ") ORDER BY group_id", groups.toArray());
    }

    /** Replaces the group's direct members. */
    public void replaceMembers(UUID groupId, Collection<Long> users) {
        entityManager.createNativeQuery("DELETE FROM group_member WHERE group_id = ?1").setParameter(1, groupId).executeUpdate();
        for (Long user : users) {
            addMember(groupId, user);
        }
    }

    /** Replaces the group's direct parents. */
    public void replaceParents(UUID groupId, Collection<UUID> parents) {
        entityManager.createNativeQuery("DELETE FROM group_parent WHERE group_id = ?1").setParameter(1, groupId).executeUpdate();
        for (UUID parent : parents) {
            entityManager.createNativeQuery("INSERT INTO group_parent (group_id, parent_id) VALUES (?1, ?2)")
                    .setParameter(1, groupId).setParameter(2, parent).executeUpdate();
        }
    }
}
