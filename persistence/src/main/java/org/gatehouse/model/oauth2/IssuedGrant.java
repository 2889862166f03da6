package org.gatehouse.model.oauth2;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.directory.User;

/**
 * What an authorization code and a token have in common: a digest by which it is found, the family of everything that descends
 * from one authorization, and who was granted what.
 */
@MappedSuperclass
public abstract class IssuedGrant {

    @Id
    private UUID id;

    @Column(name = "num_pk", insertable = false, updatable = false)
    private Long numPk;

    @Column(updatable = false)
    private String digest;

    @Column(name = "family_id", updatable = false)
    private UUID familyId;

    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(name = "session_id", updatable = false)
    private UUID sessionId;

    @Column(name = "grant_data")
    private JsonObject grantData = JsonValue.EMPTY_JSON_OBJECT;

    @Column(updatable = false)
    private Instant created;

    private Instant expires;

    private Instant redeemed;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    /** Given by the database; the API shows it as {@code pk}. */
    public Long getNumPk() {
        return numPk;
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(String digest) {
        this.digest = digest;
    }

    public UUID getFamilyId() {
        return familyId;
    }

    public void setFamilyId(UUID familyId) {
        this.familyId = familyId;
    }

    public UUID getProviderId() {
        return providerId;
    }

    public void setProviderId(UUID providerId) {
        this.providerId = providerId;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    /** The login this descends from, or null for grants without one. */
    public UUID getSessionId() {
        return sessionId;
    }

    public void setSessionId(UUID sessionId) {
        this.sessionId = sessionId;
    }

    /** What was granted: scopes, nonce, PKCE challenge, authentication time … */
    public JsonObject getGrantData() {
        return grantData;
    }

    public void setGrantData(JsonObject grantData) {
        this.grantData = grantData;
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

    /** When it was used up; null while it is good. */
    public Instant getRedeemed() {
        return redeemed;
    }

    public void setRedeemed(Instant redeemed) {
        this.redeemed = redeemed;
    }
}
