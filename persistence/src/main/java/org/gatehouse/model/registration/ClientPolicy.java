package org.gatehouse.model.registration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What all clients of a kind have to keep, whatever their own settings say. */
@Entity
@Table(name = "client_policy")
public class ClientPolicy {

    @Id
    private UUID id;

    private String name;

    private boolean enabled = true;

    private JsonObject rules = JsonValue.EMPTY_JSON_OBJECT;

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

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    /** Whom it concerns and what it demands. */
    public JsonObject getRules() {
        return rules;
    }

    public void setRules(JsonObject rules) {
        this.rules = rules;
    }

    public long getVersion() {
        return version;
    }
}
