package org.gatehouse.model.config;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * What all configured objects share: a name, a type, and a settings document that only the type's settings record reads and
 * writes. Nobody else looks inside {@code settings}.
 */
@MappedSuperclass
public abstract class ConfiguredObject {

    @Id
    private UUID id;

    private String name;

    @Column(updatable = false)
    private String type;

    private JsonObject settings = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "lookup_key")
    private String lookupKey;

    private String managed;

    @Column(updatable = false)
    private Instant created;

    private Instant updated;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = type;
    }

    public JsonObject getSettings() {
        return settings;
    }

    public void setSettings(JsonObject settings) {
        this.settings = settings;
    }

    /** Copy of the one setting this object is looked up by (such as {@code client_id}), or null. */
    public String getLookupKey() {
        return lookupKey;
    }

    public void setLookupKey(String lookupKey) {
        this.lookupKey = lookupKey;
    }

    /** Set when a blueprint or the product itself owns this object; null otherwise. */
    public String getManaged() {
        return managed;
    }

    public void setManaged(String managed) {
        this.managed = managed;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    public Instant getUpdated() {
        return updated;
    }

    public void setUpdated(Instant updated) {
        this.updated = updated;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
