package org.gatehouse.model.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

/** Which versions of the product ran on this database, the newest first. */
@ApplicationScoped
public class VersionHistory {

    private static final int MOST = 1_000;

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    public List<InstalledVersion> list() {
        List<?> rows = entityManager.createNativeQuery("SELECT id, timestamp, version, build FROM version_history ORDER BY id DESC")
                .setMaxResults(MOST).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new InstalledVersion(((Number) row[0]).longValue(), MediaFiles.instant(row[1]),
                row[2].toString(), row[3].toString())).toList();
    }

    /** Notes the version unless it is the one that was noted last. */
    public void note(String version, String build, Instant now) {
        entityManager.createNativeQuery("INSERT INTO version_history (timestamp, version, build) SELECT ?1, ?2, ?3 WHERE NOT EXISTS"
                + " (SELECT 1 FROM version_history h WHERE h.version = ?2 AND h.build = ?3"
                + " AND h.id = (SELECT max(last.id) FROM version_history last))")
                .setParameter(1, Timestamp.from(now)).setParameter(2, version).setParameter(3, build).executeUpdate();
    }
}
