package org.gatehouse.model.registration;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** What is known of a provider that a client has made for itself; its id is the provider's. */
@Entity
@Table(name = "registered_client")
public class RegisteredClient {

    @Id
    @Column(name = "provider_id")
    private UUID id;

    @Column(name = "registration_id", updatable = false)
    private UUID registrationId;

    @Column(name = "access_digest")
    private String accessDigest;

    private JsonObject metadata = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "registered_by", updatable = false)
    private String registeredBy;

    @Column(name = "registered_from", updatable = false)
    private String registeredFrom;

    @Column(updatable = false)
    private Instant created;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public UUID getRegistrationId() {
        return registrationId;
    }

    public void setRegistrationId(UUID registrationId) {
        this.registrationId = registrationId;
    }

    /** Digest of the registration access token (RFC 7592 section 3); null for a client that is known by its document. */
    public String getAccessDigest() {
        return accessDigest;
    }

    public void setAccessDigest(String accessDigest) {
        this.accessDigest = accessDigest;
    }

    /** The client's metadata as it was accepted. */
    public JsonObject getMetadata() {
        return metadata;
    }

    public void setMetadata(JsonObject metadata) {
        this.metadata = metadata;
    }

    /** The user name of the account whose token was used; null when none was. */
    public String getRegisteredBy() {
        return registeredBy;
    }

    public void setRegisteredBy(String registeredBy) {
        this.registeredBy = registeredBy;
    }

    /** The address that the registration came from; null when it is not known. */
    public String getRegisteredFrom() {
        return registeredFrom;
    }

    public void setRegisteredFrom(String registeredFrom) {
        this.registeredFrom = registeredFrom;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }
}
