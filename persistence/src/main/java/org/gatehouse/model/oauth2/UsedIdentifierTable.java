package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Remembers what was used up, each by an id that is made from it. */
@ApplicationScoped
public class UsedIdentifierTable {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * Remembers one; true for exactly one caller in the cluster. Of two that come at the same moment PostgreSQL lets the second wait at
     * the primary key until the first one's transaction has ended.
     *
     * @param expires from when on it cannot be used anyway
     */
    public boolean add(UUID id, Instant expires) {
        return entityManager.createNativeQuery("INSERT INTO used_identifier (id, expires) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING")
                .setParameter(1, id).setParameter(2, Timestamp.from(expires)).executeUpdate() == 1;
    }
}
