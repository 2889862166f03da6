package org.gatehouse.model.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Which accounts are there for a while only, by the account's UUID. */
@ApplicationScoped
public class ExpiringAccounts {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Lets the account live at least until then; never shortens what it was given before. */
    public void prolong(UUID account, Instant until) {
        entityManager.createNativeQuery("INSERT INTO expiring_account AS a (id, expires) VALUES (?1, ?2)"
                + " ON CONFLICT (id) DO UPDATE SET expires = excluded.expires WHERE a.expires < excluded.expires")
                .setParameter(1, account).setParameter(2, Timestamp.from(until)).executeUpdate();
    }

    /** Takes the row of an account whose time is over; false when it was prolonged meanwhile. */
    public boolean takeExpired(UUID account, Instant now) {
        return entityManager.createNativeQuery("DELETE FROM expiring_account WHERE id = ?1 AND expires <= ?2")
                .setParameter(1, account).setParameter(2, Timestamp.from(now)).executeUpdate() == 1;
    }
}
