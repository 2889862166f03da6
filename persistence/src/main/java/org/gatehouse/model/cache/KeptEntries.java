package org.gatehouse.model.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Reads and writes kept entries: one statement however many they are. */
@ApplicationScoped
public class KeptEntries {

    private static final String WRITE = "INSERT INTO kept_entry (id, cache, entry, expires)"
            + " SELECT CAST(e->>'id' AS uuid), e->>'cache', e->>'entry', CAST(e->>'expires' AS timestamptz)"
            + " FROM jsonb_array_elements(CAST(?1 AS jsonb)) AS e"
            + " ON CONFLICT (id) DO UPDATE SET entry = EXCLUDED.entry, expires = EXCLUDED.expires";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /**
     * Lets the transaction commit without waiting for the disk: what a crash of the database takes back then are the last moments
     * of half-finished flows.
     */
    public void commitLazily() {
        entityManager.createNativeQuery("SET LOCAL synchronous_commit TO OFF").executeUpdate();
    }

    /** Writes the entries, each in the place of its former version. */
    public void write(Collection<KeptEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        JsonArrayBuilder rows = Json.createArrayBuilder();
        entries.forEach(entry -> rows.add(Json.createObjectBuilder().add("id", entry.id().toString()).add("cache", entry.cache())
                .add("entry", entry.entry()).add("expires", entry.expires().toString())));
        entityManager.createNativeQuery(WRITE).setParameter(1, rows.build().toString()).executeUpdate();
    }

    public void remove(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        String array = "{" + String.join(",", ids.stream().map(UUID::toString).toList()) + "}";
        entityManager.createNativeQuery("DELETE FROM kept_entry WHERE id = ANY (CAST(?1 AS uuid[]))").setParameter(1, array).executeUpdate();
    }

    /** The entries of a cache that have not run out, in pages along their id; the first page is after {@code new UUID(0, 0)}. */
    public List<KeptEntry> page(String cache, Instant now, UUID after, int size) {
        List<?> rows = entityManager.createNativeQuery("SELECT id, cache, entry, CAST(extract(epoch FROM expires) * 1000 AS bigint)"
                + " FROM kept_entry WHERE cache = ?1 AND expires > ?2 AND id > ?3 ORDER BY id")
                .setParameter(1, cache).setParameter(2, Timestamp.from(now)).setParameter(3, after).setMaxResults(size).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new KeptEntry((UUID) row[0], (String) row[1], (String) row[2],
                Instant.ofEpochMilli(((Number) row[3]).longValue()))).toList();
    }
}
