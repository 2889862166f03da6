package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Listing;
import org.gatehouse.model.Repository;

/** Queries on users. */
@ApplicationScoped
public class UserRepository extends Repository<User, Long> {


    private static final String EFFECTIVE_SUPERUSERS = """
            WITH RECURSIVE powerful (id) AS (
                SELECT id FROM user_group WHERE superuser
                UNION
                SELECT p.group_id FROM group_parent p JOIN powerful w ON p.parent_id = w.id)
            SELECT m.user_id FROM group_member m JOIN powerful w ON w.id = m.group_id""";

    private static final String MATCHES = "s.text LIKE lower(?) ESCAPE '!'";

    private static final String SEARCH = "o.id IN (SELECT s.user_id FROM user_search s WHERE " + MATCHES + ")";

    /** What users are listed by; a search reads {@code user_search}, which the database keeps. */
    public static final ListColumns COLUMNS = ListColumns.of("user_account o", "o.username").numbered("o.id")
            .filter("pk", Kind.INTEGER, "o.id = ?").uuid("uuid", "o.uuid")
            .filter("username", Kind.TEXT, "lower(o.username) = lower(?)")
            .text("name", "o.name").filter("email", Kind.TEXT, "lower(o.email) = lower(?)")
            .bool("is_active", "o.active").choice("type", UserType.class, "o.type")
            .text("path", "o.path COLLATE \"C\"").filter("path_startswith", Kind.TEXT, "(o.path COLLATE \"C\") ^@ ?")
            .flag("is_superuser", "o.id IN (" + EFFECTIVE_SUPERUSERS + ")", "o.id NOT IN (" + EFFECTIVE_SUPERUSERS + ")")
            .filter("attributes", Kind.JSON, "o.attributes @> CAST(? AS jsonb)")
            .filter("groups_by_name", Kind.TEXT, "EXISTS (SELECT 1 FROM group_member m JOIN user_group g ON g.id = m.group_id"
                    + " WHERE m.user_id = o.id AND g.name = ?)")
            .filter("groups_by_pk", Kind.UUID, "EXISTS (SELECT 1 FROM group_member m WHERE m.user_id = o.id AND m.group_id = ?)")
            .filter("last_login__isnull", Kind.BOOLEAN, "(o.last_login IS NULL) = ?")
            .filter("last_login", Kind.INSTANT, "o.last_login = ?")
            .filter("last_login__gt", Kind.INSTANT, "o.last_login > ?").filter("last_login__lt", Kind.INSTANT, "o.last_login < ?")
            .filter("date_joined", Kind.INSTANT, "o.date_joined = ?")
            .filter("date_joined__gt", Kind.INSTANT, "o.date_joined > ?").filter("date_joined__lt", Kind.INSTANT, "o.date_joined < ?")
            .filter("last_updated", Kind.INSTANT, "o.last_updated = ?")
            .filter("last_updated__gt", Kind.INSTANT, "o.last_updated > ?").filter("last_updated__lt", Kind.INSTANT, "o.last_updated < ?")
            .orderFilled("username", "o.username").orderFilled("name", "o.name").orderFilled("email", "o.email").orderFilled("type", "o.type")
            .orderFilled("path", "o.path COLLATE \"C\"").orderFilled("date_joined", "o.date_joined").orderFilled("last_updated", "o.last_updated")
            .order("last_login", "o.last_login").orderFilled("is_active", "o.active").orderFilled("pk", "o.id")
            .searchWords(SEARCH);

    private static final String ONLY_SEARCHED = "1 = 1 AND (" + SEARCH.replace("?", "?1") + ")";

    public UserRepository() {
        super(User.class);
    }

    /** What a search alone finds is counted without looking at the accounts. */
    @Override
    public long count(Listing listing) {
        if (!listing.where().equals(ONLY_SEARCHED)) {
            return super.count(listing);
        }
        return ((Number) entityManager.createNativeQuery("SELECT count(*) FROM user_search s WHERE " + MATCHES.replace("?", "?1"))
                .setParameter(1, listing.parameters().get(0)).getSingleResult()).longValue();
    }

    /** The user with this name, in any mixture of case. */
    public Optional<User> findByUsername(String username) {
        return only(query("select u from User u where lower(u.username) = lower(:username)").setParameter("username", username));
    }

    /**
     * Adds an account unless its name, or one that differs in case, is taken; true when it was added. Of many transactions that would add
     * it at the same moment the others wait at the unique index until the first has ended, and then find the name taken: none fails.
     */
    public boolean addIfNameIsFree(User user) {
        return entityManager.createNativeQuery("""
                INSERT INTO user_account (uuid, username, name, email, password_change_date, active, type, path, attributes, date_joined, last_updated)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(?9 AS jsonb), ?10, ?11) ON CONFLICT DO NOTHING""")
                .setParameter(1, user.getUuid()).setParameter(2, user.getUsername()).setParameter(3, user.getName())
                .setParameter(4, user.getEmail()).setParameter(5, Timestamp.from(user.getPasswordChangeDate()))
                .setParameter(6, user.isActive()).setParameter(7, user.getType().wireName()).setParameter(8, user.getPath())
                .setParameter(9, user.getAttributes().toString()).setParameter(10, Timestamp.from(user.getDateJoined()))
                .setParameter(11, Timestamp.from(user.getLastUpdated())).executeUpdate() == 1;
    }

    /**
     * Adds many accounts with one statement; those whose names are taken are left out.
     *
     * @return the numbers of those that were added, by their UUIDs
     */
    @SuppressWarnings("unchecked")
    public Map<UUID, Long> addAll(Collection<User> users) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        users.forEach(user -> rows.add(row(user)));
        List<Object[]> added = entityManager.createNativeQuery("""
                INSERT INTO user_account (uuid, username, name, email, password, password_change_date, active, type, path, attributes, date_joined, last_updated)
                SELECT r.uuid, r.username, r.name, r.email, r.password, r.now, r.active, r.type, r.path, r.attributes, r.now, r.now
                FROM jsonb_to_recordset(CAST(?1 AS jsonb)) AS r (uuid uuid, username text, name text, email text, password text, now timestamptz,
                    active boolean, type text, path text, attributes jsonb)
                ON CONFLICT DO NOTHING RETURNING uuid, id""").setParameter(1, rows.build().toString()).getResultList();
        return added.stream().collect(Collectors.toMap(row -> UUID.fromString(row[0].toString()), row -> ((Number) row[1]).longValue()));
    }

    private static JsonObjectBuilder row(User user) {
        JsonObjectBuilder row = Json.createObjectBuilder().add("uuid", user.getUuid().toString()).add("username", user.getUsername())
                .add("name", user.getName()).add("email", user.getEmail()).add("now", user.getLastUpdated().toString()).add("active", user.isActive())
                .add("type", user.getType().wireName()).add("path", user.getPath()).add("attributes", user.getAttributes());
        return user.getPassword() == null ? row : row.add("password", user.getPassword());
    }

    /** Adds direct memberships, by the user's number; all of them with one statement. */
    public void addMemberships(Map<Long, List<UUID>> groups) {
        if (groups.isEmpty()) {
            return;
        }
        JsonArrayBuilder rows = Json.createArrayBuilder();
        groups.forEach((user, ids) -> ids.forEach(id -> rows.add(Json.createObjectBuilder().add("u", user).add("g", id.toString()))));
        entityManager.createNativeQuery("""
                INSERT INTO group_member (group_id, user_id) SELECT r.g, r.u FROM jsonb_to_recordset(CAST(?1 AS jsonb)) AS r (u bigint, g uuid)
                ON CONFLICT DO NOTHING""").setParameter(1, rows.build().toString()).executeUpdate();
    }

    /** Those of the names that an account has, in any mixture of case; in lower case. */
    @SuppressWarnings("unchecked")
    public Set<String> namesTaken(Collection<String> names) {
        JsonArrayBuilder array = Json.createArrayBuilder(names);
        List<String> taken = entityManager.createNativeQuery("""
                SELECT n.key FROM (SELECT lower(value) AS key FROM jsonb_array_elements_text(CAST(?1 AS jsonb))) n
                WHERE EXISTS (SELECT 1 FROM user_account u WHERE lower(u.username) = n.key)""").setParameter(1, array.build().toString()).getResultList();
        return Set.copyOf(taken);
    }

    public Optional<User> findByUuid(UUID uuid) {
        return only(query("select u from User u where u.uuid = :uuid").setParameter("uuid", uuid));
    }

    /** The groups each of the users is a direct member of. */
    public Map<Long, List<UUID>> groupsOf(Collection<Long> users) {
        return users.isEmpty() ? Map.of() : pairs("SELECT m.user_id, m.group_id FROM group_member m JOIN user_group g ON g.id = m.group_id"
                + " WHERE m.user_id IN (" + marks(users) + ") ORDER BY g.name", users.toArray());
    }

    /** Those of the users who are superusers through any of their effective groups. */
    public Set<Long> superusersAmong(Collection<Long> users) {
        return users.isEmpty() ? Set.of() : this.<Long, Long>pairs("SELECT DISTINCT s.user_id, s.user_id FROM (" + EFFECTIVE_SUPERUSERS
                + ") s WHERE s.user_id IN (" + marks(users) + ")", users.toArray()).keySet();
    }

    /** Replaces the user's direct memberships. */
    public void replaceGroups(long userId, Collection<UUID> groups) {
        entityManager.createNativeQuery("DELETE FROM group_member WHERE user_id = ?1").setParameter(1, userId).executeUpdate();
        for (UUID group : groups) {
            entityManager.createNativeQuery("INSERT INTO group_member (group_id, user_id) VALUES (?1, ?2)")
                    .setParameter(1, group).setParameter(2, userId).executeUpdate();
        }
    }

    /** Every path that a user has, in order. */
    public List<String> paths(String search) {
        return entityManager.createQuery("select distinct u.path from User u where lower(u.path) like :search order by u.path", String.class)
                .setParameter("search", "%" + search.toLowerCase(java.util.Locale.ROOT) + "%").getResultList();
    }

    /**
     * Replaces a hash by another one of the same password. Does nothing when the password has been changed meanwhile, and leaves
     * the row's version alone: nobody's edit is in conflict with it.
     */
    public void replacePassword(long userId, String former, String encoded) {
        entityManager.createNativeQuery("UPDATE user_account SET password = ?1 WHERE id = ?2 AND password = ?3")
                .setParameter(1, encoded).setParameter(2, userId).setParameter(3, former).executeUpdate();
    }

    /**
     * Makes the password unusable if it is still the one that was set at this moment; true when it did. Leaves the row's version alone:
     * nobody's edit is in conflict with it.
     */
    public boolean disablePassword(long userId, Instant changed) {
        return entityManager.createNativeQuery("UPDATE user_account SET password = NULL WHERE id = ?1 AND password IS NOT NULL"
                + " AND password_change_date = ?2").setParameter(1, userId).setParameter(2, Timestamp.from(changed)).executeUpdate() == 1;
    }

    /** Notes when the user last logged in. Leaves the row's version alone: several logins of a user at once are in nobody's way. */
    public void noteLogin(long userId, Instant when) {
        entityManager.createNativeQuery("UPDATE user_account SET last_login = ?1 WHERE id = ?2")
                .setParameter(1, Timestamp.from(when)).setParameter(2, userId).executeUpdate();
    }

    /** The users with this address, in any mixture of case; addresses need not be unique. */
    public List<User> findByEmail(String email) {
        return query("select u from User u where lower(u.email) = lower(:email) and u.email <> '' order by u.id")
                .setParameter("email", email).setMaxResults(2).getResultList();
    }

    /** The users with this attribute {@code upn}, in any mixture of case. */
    @SuppressWarnings("unchecked")
    public List<User> findByUpn(String upn) {
        return entityManager.createNativeQuery(
                "SELECT u.* FROM user_account u WHERE lower(u.attributes ->> 'upn') = lower(?1) ORDER BY u.id", User.class)
                .setParameter(1, upn).setMaxResults(2).getResultList();
    }
}
