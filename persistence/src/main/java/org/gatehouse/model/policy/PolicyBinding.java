package org.gatehouse.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.config.Policy;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.User;

/**
 * Binds exactly one of policy, group or user to something that policies guard (flow, stage binding, application …).
 */
@Entity
@Table(name = "policy_binding")
public class PolicyBinding {

    @Id
    private UUID id;

    @Column(name = "target_id")
    private UUID targetId;

    @ManyToOne(optional = true)
    @JoinColumn(name = "policy_id")
    private Policy policy;

    @ManyToOne(optional = true)
    @JoinColumn(name = "group_id")
    private Group group;

    @ManyToOne(optional = true)
    @JoinColumn(name = "user_id")
    private User user;

    private int position;

    private boolean enabled = true;

    private boolean negate;

    private int timeout = 30;

    @Column(name = "failure_result")
    private boolean failureResult;

    private Instant expires;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public UUID getTargetId() {
        return targetId;
    }

    public void setTargetId(UUID targetId) {
        this.targetId = targetId;
    }

    public Policy getPolicy() {
        return policy;
    }

    public void setPolicy(Policy policy) {
        this.policy = policy;
    }

    public Group getGroup() {
        return group;
    }

    public void setGroup(Group group) {
        this.group = group;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public boolean isNegate() {
        return negate;
    }

    public void setNegate(boolean negate) {
        this.negate = negate;
    }

    /** Seconds after which the policy counts as failed. */
    public int getTimeout() {
        return timeout;
    }

    public void setTimeout(int timeout) {
        this.timeout = timeout;
    }

    /** What an evaluation that throws or times out counts as. */
    public boolean isFailureResult() {
        return failureResult;
    }

    public void setFailureResult(boolean failureResult) {
        this.failureResult = failureResult;
    }

    /** From this moment on the binding counts as absent; null for never. */
    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
