package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on groups and memberships. */
@ApplicationScoped
public class GroupRepository extends Repository<Group, UUID> {

    public GroupRepository() {
        super(Group.class);
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
}
