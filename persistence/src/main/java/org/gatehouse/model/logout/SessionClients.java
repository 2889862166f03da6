package org.gatehouse.model.logout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;

/** Which clients a login has been used for. Runs in the caller's transaction. */
@ApplicationScoped
public class SessionClients {

    private static final String COLUMNS = "provider_id, sid, subject, issuer";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Notes that a login is used for a client; nothing happens when that is known, or the login has ended. */
    public void note(UUID sessionId, SessionClient client) {
        // Rows that nobody took go a day after the login's end: by then the clean-up has ended it and told the clients.
        entityManager.createNativeQuery("""
                INSERT INTO session_client (id, session_id, provider_id, sid, subject, issuer, expires)
                SELECT CAST(?1 AS uuid), s.id, CAST(?2 AS uuid), CAST(?3 AS varchar), CAST(?4 AS text), CAST(?5 AS text),
                    s.expires + interval '1 day'
                FROM authenticated_session s WHERE s.id = CAST(?6 AS uuid)
                ON CONFLICT (session_id, provider_id, sid) DO NOTHING""")
                .setParameter(1, UUID.randomUUID()).setParameter(2, client.providerId()).setParameter(3, client.sid())
                .setParameter(4, client.subject()).setParameter(5, client.issuer()).setParameter(6, sessionId).executeUpdate();
    }

    /** The clients of a login. */
    public List<SessionClient> of(UUID sessionId) {
        return read("SELECT " + COLUMNS + " FROM session_client WHERE session_id = ?1", sessionId);
    }

    /** Takes the clients of a login away; of several callers each row goes to one. */
    public List<SessionClient> take(UUID sessionId) {
        return read("DELETE FROM session_client WHERE session_id = ?1 RETURNING " + COLUMNS, sessionId);
    }

    /** A new login takes the place of another: it is the one whose end the clients are told of. */
    public void move(UUID former, UUID session) {
        entityManager.createNativeQuery("""
                UPDATE session_client SET session_id = ?1,
                    expires = (SELECT s.expires + interval '1 day' FROM authenticated_session s WHERE s.id = ?1)
                WHERE session_id = ?2 AND EXISTS (SELECT 1 FROM authenticated_session s WHERE s.id = ?1)""")
                .setParameter(1, session).setParameter(2, former).executeUpdate();
    }

    private List<SessionClient> read(String sql, UUID sessionId) {
        List<?> rows = entityManager.createNativeQuery(sql).setParameter(1, sessionId).getResultList();
        return rows.stream().map(row -> SessionClient.of((Object[]) row)).toList();
    }
}
