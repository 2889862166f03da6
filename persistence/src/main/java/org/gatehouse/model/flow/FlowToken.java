package org.gatehouse.model.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * A plan that waits for somebody to open the link it was kept for. The link's secret is known only by its digest, and the plan,
 * which may hold what somebody typed, is sealed.
 */
@Entity
@Table(name = "flow_token")
public class FlowToken {

    @Id
    private UUID id;

    @Column(name = "key_digest")
    private String keyDigest;

    @Column(name = "flow_id")
    private UUID flowId;

    @Column(name = "user_id")
    private Long userId;

    private String plan;

    @Column(updatable = false)
    private Instant created;

    private Instant expires;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getKeyDigest() {
        return keyDigest;
    }

    public void setKeyDigest(String keyDigest) {
        this.keyDigest = keyDigest;
    }

    public UUID getFlowId() {
        return flowId;
    }

    public void setFlowId(UUID flowId) {
        this.flowId = flowId;
    }

    /** The user the plan is about; null when it is about nobody yet. */
    public Long getUserId() {
        return userId;
    }

    public void setUserId(Long userId) {
        this.userId = userId;
    }

    /** The sealed plan. */
    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }
}
