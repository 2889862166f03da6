package org.gatehouse.model.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The catalogue of rights, which roles have them, and what users have in effect. */
@ApplicationScoped
public class GrantRepository {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Everything the user is given through roles. */
    public EffectiveGrants effective(long userId) {
        return EffectiveGrants.parse((String) entityManager.createNativeQuery("SELECT effective_grants(?1)").setParameter(1, userId).getSingleResult());
    }

    /** The rights of the user for this one object, by codename. */
    @SuppressWarnings("unchecked")
    public Set<String> onObject(long userId, String model, String objectKey) {
        return new HashSet<>((List<String>) entityManager.createNativeQuery("""
                SELECT DISTINCT p.codename FROM role_object_permission g JOIN permission p ON p.id = g.permission_id
                WHERE g.object_key = ?1 AND p.model = ?2 AND g.role_id IN (SELECT effective_roles(?3))""")
                .setParameter(1, objectKey).setParameter(2, model).setParameter(3, userId).getResultList());
    }

    /** Those of the objects for which the user has the right. */
    @SuppressWarnings("unchecked")
    public Set<String> permitted(long userId, String model, String codename, Collection<String> objectKeys) {
        return objectKeys.isEmpty() ? Set.of() : new HashSet<>((List<String>) entityManager.createNativeQuery("""
                SELECT DISTINCT g.object_key FROM role_object_permission g JOIN permission p ON p.id = g.permission_id
                WHERE p.model = ?1 AND p.codename = ?2 AND g.object_key = ANY (string_to_array(?3, ' ')) AND g.role_id IN (SELECT effective_roles(?4))""")
                .setParameter(1, model).setParameter(2, codename).setParameter(3, String.join(" ", objectKeys)).setParameter(4, userId)
                .getResultList());
    }

    // Comparing

    /** Whether one of these roles gives something that the user does not have. */
    public boolean exceedRoles(Collection<UUID> roles, long userId) {
        return !roles.isEmpty() && holds("SELECT roles_exceed(CAST(?1 AS uuid[]), ?2)", array(roles), userId);
    }

    /** Whether membership in one of these groups gives something that the user does not have; superuser rights left aside. */
    public boolean exceedGroups(Collection<UUID> groups, long userId) {
        return !groups.isEmpty() && holds("SELECT roles_exceed(ARRAY(SELECT group_roles(CAST(?1 AS uuid[]))), ?2)", array(groups), userId);
    }

    /** Whether the other user has something that this one does not have; superuser rights left aside. */
    public boolean exceedsUser(long otherId, long userId) {
        return holds("SELECT roles_exceed(ARRAY(SELECT effective_roles(?1)), ?2)", otherId, userId);
    }

    /** Whether membership in one of these groups makes a superuser. */
    public boolean makeSuperusers(Collection<UUID> groups) {
        return !groups.isEmpty() && (Boolean) entityManager.createNativeQuery("""
                WITH RECURSIVE effective (id) AS (
                    SELECT unnest(CAST(?1 AS uuid[]))
                    UNION
                    SELECT p.parent_id FROM group_parent p JOIN effective e ON p.group_id = e.id)
                SELECT EXISTS (SELECT 1 FROM user_group g JOIN effective e ON e.id = g.id WHERE g.superuser)""")
                .setParameter(1, array(groups)).getSingleResult();
    }

    private boolean holds(String sql, Object first, long second) {
        return (Boolean) entityManager.createNativeQuery(sql).setParameter(1, first).setParameter(2, second).getSingleResult();
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    // The catalogue

    /** Adds a right to the catalogue; nothing happens to one that is there. */
    public void register(String model, String codename) {
        entityManager.createNativeQuery("INSERT INTO permission (model, codename) SELECT ?1, ?2 WHERE NOT EXISTS"
                + " (SELECT 1 FROM permission WHERE model = ?1 AND codename = ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, model).setParameter(2, codename).executeUpdate();
    }

    /** The catalogue, in the order of its numbers. */
    public List<StoredPermission> catalogue() {
        return rows(entityManager.createNativeQuery("SELECT id, model, codename FROM permission ORDER BY id")).stream()
                .map(row -> new StoredPermission(((Number) row[0]).intValue(), (String) row[1], (String) row[2])).toList();
    }

    // What roles have

    /** The rights of these roles for all objects of a kind. */
    public List<GrantRow> ofRoles(Collection<UUID> roles) {
        return roles.isEmpty() ? List.of() : rows(entityManager.createNativeQuery("SELECT r.id, CAST(r.role_id AS text), r.permission_id, NULL"
                + " FROM role_permission r WHERE r.role_id = ANY (CAST(?1 AS uuid[])) ORDER BY r.id").setParameter(1, array(roles)))
                .stream().map(GrantRepository::grant).toList();
    }

    /** The rights of a role for single objects, the oldest first. */
    public List<GrantRow> onObjects(UUID role, int first, int size) {
        return rows(entityManager.createNativeQuery("SELECT r.id, CAST(r.role_id AS text), r.permission_id, r.object_key"
                + " FROM role_object_permission r WHERE r.role_id = ?1 ORDER BY r.id LIMIT ?2 OFFSET ?3")
                .setParameter(1, role).setParameter(2, size).setParameter(3, first)).stream().map(GrantRepository::grant).toList();
    }

    /** How many rights for single objects the role has. */
    public long countOnObjects(UUID role) {
        return ((Number) entityManager.createNativeQuery("SELECT count(*) FROM role_object_permission WHERE role_id = ?1")
                .setParameter(1, role).getSingleResult()).longValue();
    }

    /** The rights that roles have for one object. */
    public List<GrantRow> onObject(String model, String objectKey) {
        return rows(entityManager.createNativeQuery("SELECT r.id, CAST(r.role_id AS text), r.permission_id, r.object_key"
                + " FROM role_object_permission r JOIN permission p ON p.id = r.permission_id WHERE r.object_key = ?1 AND p.model = ?2 ORDER BY r.id")
                .setParameter(1, objectKey).setParameter(2, model)).stream().map(GrantRepository::grant).toList();
    }

    /** The rights that roles have for all objects of a kind. */
    public List<GrantRow> onModel(String model) {
        return rows(entityManager.createNativeQuery("SELECT r.id, CAST(r.role_id AS text), r.permission_id, NULL"
                + " FROM role_permission r JOIN permission p ON p.id = r.permission_id WHERE p.model = ?1 ORDER BY r.id").setParameter(1, model))
                .stream().map(GrantRepository::grant).toList();
    }

    /** Gives a role a right for all objects. */
    public void give(UUID role, int permission) {
        entityManager.createNativeQuery("INSERT INTO role_permission (role_id, permission_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, role).setParameter(2, permission).executeUpdate();
    }

    /** Gives a role a right for one object, whose key is given in each of its forms. */
    public void give(UUID role, int permission, String objectKey, UUID objectId, Long objectNumber) {
        entityManager.createNativeQuery("INSERT INTO role_object_permission (role_id, permission_id, object_key, object_id, object_number)"
                + " VALUES (?1, ?2, ?3, CAST(?4 AS uuid), CAST(?5 AS bigint)) ON CONFLICT DO NOTHING")
                .setParameter(1, role).setParameter(2, permission).setParameter(3, objectKey)
                .setParameter(4, objectId == null ? null : objectId.toString())
                .setParameter(5, objectNumber == null ? null : objectNumber.toString()).executeUpdate();
    }

    public void take(UUID role, int permission) {
        entityManager.createNativeQuery("DELETE FROM role_permission WHERE role_id = ?1 AND permission_id = ?2")
                .setParameter(1, role).setParameter(2, permission).executeUpdate();
    }

    public void take(UUID role, int permission, String objectKey) {
        entityManager.createNativeQuery("DELETE FROM role_object_permission WHERE role_id = ?1 AND permission_id = ?2 AND object_key = ?3")
                .setParameter(1, role).setParameter(2, permission).setParameter(3, objectKey).executeUpdate();
    }

    /** Takes away every right for an object that is gone. */
    public int forgetObject(String model, String objectKey) {
        return entityManager.createNativeQuery("DELETE FROM role_object_permission g USING permission p WHERE p.id = g.permission_id"
                + " AND g.object_key = ?1 AND p.model = ?2").setParameter(1, objectKey).setParameter(2, model).executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private static List<Object[]> rows(Query query) {
        return query.getResultList();
    }

    private static GrantRow grant(Object[] row) {
        return new GrantRow(((Number) row[0]).longValue(), UUID.fromString((String) row[1]), ((Number) row[2]).intValue(), (String) row[3]);
    }
}
