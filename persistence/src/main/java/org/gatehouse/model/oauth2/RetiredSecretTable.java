package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The secrets that clients had before their present ones. */
@ApplicationScoped
public class RetiredSecretTable {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** The sealed former secret of a provider, while it is good. */
    public Optional<String> find(UUID providerId, Instant now) {
        return entityManager.createNativeQuery("SELECT secret FROM retired_client_secret WHERE id = ?1 AND expires > ?2")
                .setParameter(1, providerId).setParameter(2, Timestamp.from(now))
                .getResultList().stream().findFirst().map(String.class::cast);
    }

    /** Keeps a sealed secret in the place of the one before it. */
    public void keep(UUID providerId, String sealed, Instant expires) {
        entityManager.createNativeQuery("""
                INSERT INTO retired_client_secret (id, secret, expires) VALUES (?1, ?2, ?3)
                ON CONFLICT (id) DO UPDATE SET secret = excluded.secret, expires = excluded.expires""")
                .setParameter(1, providerId).setParameter(2, sealed).setParameter(3, Timestamp.from(expires)).executeUpdate();
    }

    /** Forgets the former secret. */
    public void forget(UUID providerId) {
        entityManager.createNativeQuery("DELETE FROM retired_client_secret WHERE id = ?1").setParameter(1, providerId).executeUpdate();
    }
}
