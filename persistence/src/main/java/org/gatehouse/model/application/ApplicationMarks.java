package org.gatehouse.model.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/**
 * Favourites and what was opened last, of each user. Rows go with their user or application. Each write is one statement, so that two
 * windows of one user are in nobody's way, and one on an application that is gone meanwhile does nothing. Runs in the caller's transaction.
 */
@ApplicationScoped
public class ApplicationMarks {

    private static final String KEEP = "INSERT INTO application_mark (user_id, application_id, ";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** Everything the user has marked, the one opened last first. */
    public List<ApplicationMark> of(long userId) {
        List<?> rows = entityManager.createNativeQuery("SELECT application_id, favourite, opened FROM application_mark WHERE user_id = ?1"
                + " ORDER BY opened DESC NULLS LAST, application_id").setParameter(1, userId).getResultList();
        return rows.stream().map(row -> mark((Object[]) row)).toList();
    }

    /** Makes the application a favourite of the user, or no longer one. */
    public void favour(long userId, UUID applicationId, boolean favourite) {
        entityManager.createNativeQuery(KEEP + "favourite) SELECT CAST(?1 AS bigint), a.id, CAST(?3 AS boolean) FROM application a WHERE a.id = ?2"
                + " ON CONFLICT (user_id, application_id) DO UPDATE SET favourite = excluded.favourite")
                .setParameter(1, userId).setParameter(2, applicationId).setParameter(3, favourite).executeUpdate();
    }

    /** Notes that the user has opened the application. */
    public void noteOpened(long userId, UUID applicationId, Instant now) {
        entityManager.createNativeQuery(KEEP + "opened) SELECT CAST(?1 AS bigint), a.id, CAST(?3 AS timestamptz) FROM application a WHERE a.id = ?2"
                + " ON CONFLICT (user_id, application_id) DO UPDATE SET opened = excluded.opened")
                .setParameter(1, userId).setParameter(2, applicationId).setParameter(3, Timestamp.from(now)).executeUpdate();
    }

    private static Instant moment(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }

    private static ApplicationMark mark(Object[] row) {
        return new ApplicationMark((UUID) row[0], (Boolean) row[1], row[2] == null ? null : moment(row[2]));
    }
}
