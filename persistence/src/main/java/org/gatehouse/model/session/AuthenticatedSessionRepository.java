package org.gatehouse.model.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on logins. */
@ApplicationScoped
public class AuthenticatedSessionRepository extends Repository<AuthenticatedSession, UUID> {

    public AuthenticatedSessionRepository() {
        super(AuthenticatedSession.class);
    }

    public Optional<AuthenticatedSession> findByKeyDigest(String keyDigest) {
        return only(query("select s from AuthenticatedSession s join fetch s.user where s.keyDigest = :digest").setParameter("digest", keyDigest));
    }

    public List<AuthenticatedSession> findByUser(long userId) {
        return query("select s from AuthenticatedSession s join fetch s.user u where u.id = :user order by s.lastUsed desc")
                .setParameter("user", userId).getResultList();
    }

    /** Notes that a session was used; 0 when it has ended. */
    public int touch(UUID id, Instant now, String clientIp, String userAgent) {
        return entityManager.createQuery("""
                update AuthenticatedSession s set s.lastUsed = :now, s.lastIp = :ip, s.lastUserAgent = :agent where s.id = :id""")
                .setParameter("now", now).setParameter("ip", clientIp == null ? "" : clientIp)
                .setParameter("agent", userAgent).setParameter("id", id).executeUpdate();
    }
}
