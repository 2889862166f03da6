package org.gatehouse.model.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The clients that have not been told yet that a login has ended. Runs in the caller's transaction. */
@ApplicationScoped
public class LogoutNotices {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Adds a client that is to be told as soon as possible. */
    public void add(SessionClient client, Instant now) {
        entityManager.createNativeQuery("""
                INSERT INTO logout_notice (id, provider_id, sid, subject, issuer, due) VALUES (?1, ?2, ?3, ?4, ?5, ?6)""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, client.providerId()).setParameter(3, client.sid())
                .setParameter(4, client.subject()).setParameter(5, client.issuer()).setParameter(6, Timestamp.from(now)).executeUpdate();
    }

    /**
     * Takes the notice that has waited longest, counts the attempt, and keeps everybody else from it until a moment.
     *
     * @param until when somebody else may try it if nobody has said what became of it
     */
    public Optional<LogoutNotice> take(Instant now, Instant until) {
        List<?> taken = entityManager.createNativeQuery("""
                UPDATE logout_notice SET attempts = attempts + 1, due = ?1
                WHERE id = (SELECT id FROM logout_notice WHERE due <= ?2 ORDER BY due FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING provider_id, sid, subject, issuer, id, attempts""")
                .setParameter(1, Timestamp.from(until)).setParameter(2, Timestamp.from(now)).getResultList();
        return taken.stream().map(Object[].class::cast)
                .map(row -> new LogoutNotice((UUID) row[4], SessionClient.of(row), ((Number) row[5]).intValue())).findFirst();
    }

    /** Keeps a notice for another attempt. */
    public void postpone(UUID id, Instant due) {
        entityManager.createNativeQuery("UPDATE logout_notice SET due = ?1 WHERE id = ?2")
                .setParameter(1, Timestamp.from(due)).setParameter(2, id).executeUpdate();
    }

    /** Forgets a notice. */
    public void delete(UUID id) {
        entityManager.createNativeQuery("DELETE FROM logout_notice WHERE id = ?1").setParameter(1, id).executeUpdate();
    }
}
