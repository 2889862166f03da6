package org.gatehouse.model.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/** Pictures in the database, so that every node has them. Their content is read only when it is sent. */
@ApplicationScoped
public class MediaFiles {

    private static final int MOST = 1_000;

    /** Where pictures are named: kind, key and name of the row. */
    private static final String USES = """
            SELECT 'authentik_core.application', slug, name FROM application WHERE meta_icon = ?1
            UNION ALL SELECT 'authentik_brands.brand', CAST(id AS text), domain FROM brand
                WHERE ?1 IN (logo, favicon, default_flow_background)
            UNION ALL SELECT 'authentik_flows.flow', slug, name FROM flow WHERE background = ?1""";

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** The first thousand files whose name contains the text, whatever its case, by name. */
    public List<MediaFile> list(String search) {
        List<?> rows = entityManager.createNativeQuery("SELECT name, mime_type, digest, created FROM media_file"
                + " WHERE position(lower(?1) IN lower(name)) > 0 ORDER BY name").setParameter(1, search).setMaxResults(MOST).getResultList();
        return rows.stream().map(row -> file((Object[]) row)).toList();
    }

    public Optional<MediaFile> find(String name) {
        return entityManager.createNativeQuery("SELECT name, mime_type, digest, created FROM media_file WHERE name = ?1")
                .setParameter(1, name).getResultStream().findFirst().map(row -> file((Object[]) row));
    }

    /** What is in the file; empty when there is none. */
    public Optional<byte[]> content(String name) {
        List<?> found = entityManager.createNativeQuery("SELECT content FROM media_file WHERE name = ?1").setParameter(1, name).getResultList();
        return found.stream().findFirst().map(byte[].class::cast);
    }

    /** Adds a file; false when there is one of this name already. */
    public boolean add(MediaFile file, byte[] content) {
        Query insert = entityManager.createNativeQuery("INSERT INTO media_file (name, mime_type, digest, created, content)"
                + " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
        return insert.setParameter(1, file.name()).setParameter(2, file.mimeType()).setParameter(3, file.digest())
                .setParameter(4, Timestamp.from(file.created())).setParameter(5, content).executeUpdate() == 1;
    }

    /** Deletes a file; false when there is none. */
    public boolean delete(String name) {
        return entityManager.createNativeQuery("DELETE FROM media_file WHERE name = ?1").setParameter(1, name).executeUpdate() == 1;
    }

    /** What shows the file: model, key and name of each. */
    public List<String[]> usesOf(String name) {
        List<?> rows = entityManager.createNativeQuery(USES).setParameter(1, name).getResultList();
        return rows.stream().map(Object[].class::cast).map(row -> new String[] {row[0].toString(), row[1].toString(), row[2].toString()}).toList();
    }

    private static MediaFile file(Object[] row) {
        return new MediaFile(row[0].toString(), row[1].toString(), row[2].toString(), instant(row[3]));
    }

    static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
    }
}
