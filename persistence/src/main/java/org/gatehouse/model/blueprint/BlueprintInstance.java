package org.gatehouse.model.blueprint;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * A blueprint that is applied to this installation, with the outcome of its last application.
 */
@Entity
@Table(name = "blueprint_instance")
public class BlueprintInstance {

    @Id
    private UUID id;

    private String name;

    private String path = "";

    private String content = "";

    private JsonObject context = JsonValue.EMPTY_JSON_OBJECT;

    private boolean enabled = true;

    @Convert(converter = BlueprintStatus.Stored.class)
    private BlueprintStatus status = BlueprintStatus.UNKNOWN;

    @Column(name = "last_applied")
    private Instant lastApplied;

    @Column(name = "last_applied_hash")
    private String lastAppliedHash = "";

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

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public String getContent() {
        return content;
    }

    public void setContent(String content) {
        this.content = content;
    }

    public JsonObject getContext() {
        return context;
    }

    public void setContext(JsonObject context) {
        this.context = context;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public BlueprintStatus getStatus() {
        return status;
    }

    public void setStatus(BlueprintStatus status) {
        this.status = status;
    }

    public Instant getLastApplied() {
        return lastApplied;
    }

    public void setLastApplied(Instant lastApplied) {
        this.lastApplied = lastApplied;
    }

    public String getLastAppliedHash() {
        return lastAppliedHash;
    }

    public void setLastAppliedHash(String lastAppliedHash) {
        this.lastAppliedHash = lastAppliedHash;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
