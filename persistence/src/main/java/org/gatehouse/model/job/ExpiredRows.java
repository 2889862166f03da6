package org.gatehouse.model.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** Finds and deletes rows that have run out, oldest first, a page at a time along the index on {@code expires}. */
@ApplicationScoped
public class ExpiredRows {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * The next rows that had run out at {@code now}.
     *
     * @param after where the page before ended, or null for the first
     */
    public List<ExpiredRow> page(ExpiringTable table, Instant now, ExpiredRow after, int size) {
        String place = after == null ? "" : " AND (expires, id) > (?2, ?3)";
        Query query = entityManager.createNativeQuery("SELECT id, expires FROM " + table.table() + " WHERE " + table.condition()
                + " AND expires <= ?1" + place + " ORDER BY expires, id").setParameter(1, Timestamp.from(now)).setMaxResults(size);
        if (after != null) {
            query.setParameter(2, Timestamp.from(after.expires())).setParameter(3, after.id());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new ExpiredRow((UUID) row[0], instant(row[1]))).toList();
    }

    /** Deletes those of the rows that have still run out; one that was prolonged meanwhile stays. Returns how many went. */
    public int delete(ExpiringTable table, List<UUID> ids, Instant now) {
        if (ids.isEmpty()) {
            return 0;
        }
        String array = "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
        return entityManager.createNativeQuery("DELETE FROM " + table.table() + " WHERE " + table.condition()
                + " AND expires <= ?1 AND id = ANY (CAST(?2 AS uuid[]))")
                .setParameter(1, Timestamp.from(now)).setParameter(2, array).executeUpdate();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }
}
