package org.gatehouse.model.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Counts, per thing and window of time, how often something was sent. */
@ApplicationScoped
public class SendingCounts {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * Counts one more, if there were fewer than the limit in this window and the last one is long enough ago: the first pause, then
     * twice as long each time.
     *
     * @param most how many there may be in one window
     * @param pause between the first and the second; zero for none
     * @return whether it was counted and so may be sent
     */
    public boolean count(UUID id, int most, Duration window, Duration pause, Instant now) {
        return entityManager.createNativeQuery("""
                INSERT INTO sending_count AS c (id, sent, last, expires) VALUES (?1, 1, ?2, ?3)
                ON CONFLICT (id) DO UPDATE SET last = excluded.last,
                    sent = CASE WHEN c.expires <= excluded.last THEN 1 ELSE c.sent + 1 END,
                    expires = CASE WHEN c.expires <= excluded.last THEN excluded.expires ELSE c.expires END
                WHERE c.expires <= excluded.last
                    OR (c.sent < ?4 AND c.last + make_interval(secs => ?5 * power(2, c.sent - 1)) <= excluded.last)""")
                .setParameter(1, id).setParameter(2, Timestamp.from(now)).setParameter(3, Timestamp.from(now.plus(window)))
                .setParameter(4, most).setParameter(5, pause.toMillis() / 1000.0).executeUpdate() == 1;
    }
}
