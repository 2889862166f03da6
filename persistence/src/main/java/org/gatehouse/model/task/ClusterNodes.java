package org.gatehouse.model.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The nodes that share the database, each with its version and when it was seen last. */
@ApplicationScoped
public class ClusterNodes {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Notes that the node is alive. */
    public void seen(String name, String version, Instant now) {
        entityManager.createNativeQuery("INSERT INTO cluster_node (name, version, seen) VALUES (?1, ?2, ?3)"
                + " ON CONFLICT (name) DO UPDATE SET version = excluded.version, seen = excluded.seen")
                .setParameter(1, name).setParameter(2, version).setParameter(3, Timestamp.from(now)).executeUpdate();
    }

    /** The nodes seen since a moment with their versions, by name. */
    public Map<String, String> versionsSince(Instant moment) {
        Map<String, String> versions = new LinkedHashMap<>();
        for (Object row : entityManager.createNativeQuery("SELECT name, version FROM cluster_node WHERE seen >= ?1 ORDER BY name")
                .setParameter(1, Timestamp.from(moment)).getResultList()) {
            versions.put(((Object[]) row)[0].toString(), ((Object[]) row)[1].toString());
        }
        return versions;
    }

    /** Forgets nodes that have not been seen since a moment. */
    public void forget(Instant notSeenSince) {
        entityManager.createNativeQuery("DELETE FROM cluster_node WHERE seen < ?1").setParameter(1, Timestamp.from(notSeenSince)).executeUpdate();
    }
}
