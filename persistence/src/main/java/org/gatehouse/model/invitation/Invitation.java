package org.gatehouse.model.invitation;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.directory.User;

/** A link that lets somebody enroll, with values that are decided beforehand. Its id is the token of the link. */
@Entity
@Table(name = "invitation")
public class Invitation {

    @Id
    private UUID id;

    private String name;

    @ManyToOne(optional = true)
    @JoinColumn(name = "created_by")
    private User createdBy;

    @Column(name = "flow_id")
    private UUID flowId;

    @Column(name = "fixed_data")
    private JsonObject fixedData = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "single_use")
    private boolean singleUse;

    @Column(updatable = false)
    private Instant created;

    private Instant expires;

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

    /** Whose invitation it is; null for one that the installation itself made. */
    public User getCreatedBy() {
        return createdBy;
    }

    public void setCreatedBy(User createdBy) {
        this.createdBy = createdBy;
    }

    /** The only flow that takes it; null for any. */
    public UUID getFlowId() {
        return flowId;
    }

    public void setFlowId(UUID flowId) {
        this.flowId = flowId;
    }

    public JsonObject getFixedData() {
        return fixedData;
    }

    public void setFixedData(JsonObject fixedData) {
        this.fixedData = fixedData;
    }

    public boolean isSingleUse() {
        return singleUse;
    }

    public void setSingleUse(boolean singleUse) {
        this.singleUse = singleUse;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    /** From when on it is not taken any more; null for never. */
    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }

    public boolean isExpired(Instant now) {
        return expires != null && !expires.isAfter(now);
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
