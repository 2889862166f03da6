package org.gatehouse.model.installation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;

/** The one row of settings. */
@ApplicationScoped
public class StoredSettings {

    @PersistenceContext(unitName = "gatehouse")
    private EntityManager entityManager;

    /** What is stored; empty until somebody has changed a setting. */
    public Optional<JsonObject> find() {
        return read("");
    }

    /** As {@link #find}; whoever else wants to change them waits for the end of the transaction. */
    public Optional<JsonObject> findToChange() {
        return read(" FOR UPDATE");
    }

    private Optional<JsonObject> read(String lock) {
        List<?> rows = entityManager.createNativeQuery("SELECT CAST(settings AS text) FROM installation_setting WHERE id = 1" + lock).getResultList();
        return rows.stream().findFirst().map(text -> {
            try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
                return reader.readObject();
            }
        });
    }

    /** Replaces all settings. */
    public void store(JsonObject settings) {
        entityManager.createNativeQuery("INSERT INTO installation_setting (id, settings) VALUES (1, CAST(?1 AS jsonb))"
                + " ON CONFLICT (id) DO UPDATE SET settings = excluded.settings").setParameter(1, settings.toString()).executeUpdate();
    }
}
