package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;

/** Which request objects have been used, so that none is used again. */
@ApplicationScoped
public class UsedRequestObjects {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * Notes that an object is used; true for exactly one caller in the cluster.
     *
     * @param id made from the client and the object's {@code jti}
     * @param expires when the object is too old to be taken anyway, so that the note can go
     */
    public boolean use(UUID id, Instant expires) {
        return entityManager.createNativeQuery("INSERT INTO used_request_object (id, expires) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
                .setParameter(1, id).setParameter(2, Timestamp.from(expires)).executeUpdate() == 1;
    }
}
