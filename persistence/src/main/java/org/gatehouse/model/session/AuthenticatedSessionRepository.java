package org.gatehouse.model.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns.Kind;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on logins. */
@ApplicationScoped
public class AuthenticatedSessionRepository extends Repository<AuthenticatedSession, UUID> {


    /** What logins are listed by; their keys are no such thing. */
    public static final ListColumns COLUMNS = ListColumns.of("authenticated_session o JOIN user_account u ON u.id = o.user_id", "o.last_used DESC")
            .uuid("uuid", "o.id").filter("user", Kind.INTEGER, "o.user_id = ?")
            .filter("user__username", Kind.TEXT, "lower(u.username) = lower(?)")
            .text("session__last_ip", "o.last_ip").text("session__last_user_agent", "o.last_user_agent")
            .order("user__username", "u.username").order("session__last_ip", "o.last_ip").order("session__last_used", "o.last_used")
            .order("last_used", "o.last_used").order("session__expires", "o.expires").order("expires", "o.expires")
            .search("u.username", "o.last_ip", "o.last_user_agent");

    public AuthenticatedSessionRepository() {
        super(AuthenticatedSession.class, "join fetch o.user");
    }

    public Optional<AuthenticatedSession> findByKeyDigest(String keyDigest) {
        return only(query("select s from AuthenticatedSession s join fetch s.user where s.keyDigest = :digest").setParameter("digest", keyDigest));
    }

    public List<AuthenticatedSession> findByUser(long userId) {
        return query("select s from AuthenticatedSession s join fetch s.user u where u.id = :user order by s.lastUsed desc")
                .setParameter("user", userId).getResultList();
    }

    /** The logins of all these users. */
    public List<AuthenticatedSession> findByUsers(Collection<Long> users) {
        return users.isEmpty() ? List.of() : query("select s from AuthenticatedSession s join fetch s.user u where u.id in :users")
                .setParameter("users", users).getResultList();
    }

    /** The logins in which somebody acts as another user from this one. */
    public List<AuthenticatedSession> findByImpersonator(UUID id) {
        return query("select s from AuthenticatedSession s join fetch s.user where s.impersonatorId = :id").setParameter("id", id).getResultList();
    }

    /** Gives a login another key; false when it has ended. */
    public boolean replaceKey(UUID id, String keyDigest) {
        return entityManager.createNativeQuery("UPDATE authenticated_session SET key_digest = ?1 WHERE id = ?2")
                .setParameter(1, keyDigest).setParameter(2, id).executeUpdate() == 1;
    }

    /** Notes that a session was used; 0 when it has ended. */
    public int touch(UUID id, Instant now, String clientIp, String userAgent) {
        return entityManager.createQuery("""
                update AuthenticatedSession s set s.lastUsed = :now, s.lastIp = :ip, s.lastUserAgent = :agent where s.id = :id""")
                .setParameter("now", now).setParameter("ip", clientIp == null ? "" : clientIp)
                .setParameter("agent", userAgent).setParameter("id", id).executeUpdate();
    }
}
