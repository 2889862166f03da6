package org.gatehouse.model.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

/** Durable facts about the installation; setting one is atomic across the cluster. */
@ApplicationScoped
public class SystemMarkers {

    /** Any number will do as long as nothing else in the database locks it. */
    private static final long START_LOCK = 0x67617465_686F7573L;

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    public boolean isSet(String name) {
        return entityManager.find(SystemMarker.class, name) != null;
    }

    /** What is kept with the marker; empty when it is not set. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(entityManager.find(SystemMarker.class, name)).map(SystemMarker::getValue);
    }

    /** Sets the marker; true for the one caller that was first, ever. */
    public boolean set(String name, Instant now) {
        return entityManager.createNativeQuery("INSERT INTO system_marker (name, created) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, name).setParameter(2, Timestamp.from(now)).executeUpdate() == 1;
    }

    /**
     * Waits until no other node is in a transaction that has called this: nodes that start together take turns. Only for use at
     * start; the lock goes with the transaction.
     */
    public void waitForTurn() {
        entityManager.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(?1)").setParameter(1, START_LOCK).getSingleResult();
    }
}
