package org.gatehouse.model.brand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;

/** Durable facts about the installation; setting one is atomic across the cluster. */
@ApplicationScoped
public class SystemMarkers {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    public boolean isSet(String name) {
        return entityManager.find(SystemMarker.class, name) != null;
    }

    /** Sets the marker; true for the one caller that was first, ever. */
    public boolean set(String name, Instant now) {
        return entityManager.createNativeQuery("INSERT INTO system_marker (name, created) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, name).setParameter(2, Timestamp.from(now)).executeUpdate() == 1;
    }
}
