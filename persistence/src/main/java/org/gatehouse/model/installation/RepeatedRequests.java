package org.gatehouse.model.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Requests that may be sent again, by the digest of who sent what under which key. */
@ApplicationScoped
public class RepeatedRequests {

    /**
     * What is known of a request.
     *
     * @param request the digest of its body
     * @param status the answer's status; null while it is being worked on
     * @param answer the sealed answer
     */
    public record Known(String request, Integer status, String answer) {
    }

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Notes a request that is about to be worked on; false when it is known already. One that has run out is forgotten. */
    public boolean begin(String digest, String request, Instant now, Instant expires) {
        return entityManager.createNativeQuery("INSERT INTO repeated_request (digest, request, expires) VALUES (?1, ?2, ?3)"
                + " ON CONFLICT (digest) DO UPDATE SET request = excluded.request, status = NULL, answer = NULL, expires = excluded.expires"
                + " WHERE repeated_request.expires <= ?4").setParameter(1, digest).setParameter(2, request).setParameter(3, Timestamp.from(expires))
                .setParameter(4, Timestamp.from(now)).executeUpdate() == 1;
    }

    public Optional<Known> find(String digest) {
        return entityManager.createNativeQuery("SELECT request, status, answer FROM repeated_request WHERE digest = ?1").setParameter(1, digest)
                .getResultStream().findFirst().map(row -> known((Object[]) row));
    }

    private static Known known(Object[] row) {
        return new Known(row[0].toString(), row[1] == null ? null : ((Number) row[1]).intValue(), row[2] == null ? "" : row[2].toString());
    }

    /** Notes what was answered. */
    public void end(String digest, int status, String answer, Instant expires) {
        entityManager.createNativeQuery("UPDATE repeated_request SET status = ?1, answer = ?2, expires = ?3 WHERE digest = ?4")
                .setParameter(1, status).setParameter(2, answer).setParameter(3, Timestamp.from(expires)).setParameter(4, digest).executeUpdate();
    }

    /** Forgets a request, so that it can be sent again. */
    public void forget(String digest) {
        entityManager.createNativeQuery("DELETE FROM repeated_request WHERE digest = ?1").setParameter(1, digest).executeUpdate();
    }
}
