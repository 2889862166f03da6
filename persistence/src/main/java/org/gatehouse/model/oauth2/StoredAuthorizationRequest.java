package org.gatehouse.model.oauth2;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An authorization request that a handle stands for, known by the handle's digest and good for one use by one client. */
@Entity
@Table(name = "authorization_request")
public class StoredAuthorizationRequest {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String digest;

    @Column(updatable = false)
    @Convert(converter = StoredRequestKind.Stored.class)
    private StoredRequestKind kind;

    @Column(name = "provider_id", updatable = false)
    private UUID providerId;

    @Column(name = "request_data", updatable = false)
    private JsonObject requestData = JsonValue.EMPTY_JSON_OBJECT;

    @Column(updatable = false)
    private Instant created;

    @Column(updatable = false)
    private Instant expires;

    private Instant redeemed;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getDigest() {
        return digest;
    }

    public void setDigest(String digest) {
        this.digest = digest;
    }

    public StoredRequestKind getKind() {
        return kind;
    }

    public void setKind(StoredRequestKind kind) {
        this.kind = kind;
    }

    public UUID getProviderId() {
        return providerId;
    }

    public void setProviderId(UUID providerId) {
        this.providerId = providerId;
    }

    /** The parameters, and how they came. */
    public JsonObject getRequestData() {
        return requestData;
    }

    public void setRequestData(JsonObject requestData) {
        this.requestData = requestData;
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
