package org.gatehouse.model.session;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.gatehouse.model.UuidConverter;
import org.gatehouse.model.directory.User;

/**
 * A login of one user in one browser. Only a digest of the session key is kept; deleting the row ends the session everywhere.
 */
@Entity
@Table(name = "authenticated_session")
public class AuthenticatedSession {

    @Id
    private UUID id;

    @Column(name = "key_digest", updatable = false)
    private String keyDigest;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(updatable = false)
    private Instant created;

    @Column(name = "last_used")
    private Instant lastUsed;

    private Instant expires;

    @Column(name = "last_ip")
    private String lastIp = "";

    @Column(name = "last_user_agent")
    private String lastUserAgent = "";

    private JsonObject context = JsonValue.EMPTY_JSON_OBJECT;

    @Convert(converter = UuidConverter.class)
    @Column(name = "impersonator_id", updatable = false)
    private UUID impersonatorId;

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

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    public Instant getLastUsed() {
        return lastUsed;
    }

    public void setLastUsed(Instant lastUsed) {
        this.lastUsed = lastUsed;
    }

    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }

    public String getLastIp() {
        return lastIp;
    }

    public void setLastIp(String lastIp) {
        this.lastIp = lastIp;
    }

    public String getLastUserAgent() {
        return lastUserAgent;
    }

    public void setLastUserAgent(String lastUserAgent) {
        this.lastUserAgent = lastUserAgent;
    }

    /** The login from which somebody acts as this one's user; null for a user's own login. */
    public UUID getImpersonatorId() {
        return impersonatorId;
    }

    public void setImpersonatorId(UUID impersonatorId) {
        this.impersonatorId = impersonatorId;
    }

    /** How the login happened: authentication methods, provider sessions started from it. */
    public JsonObject getContext() {
        return context;
    }

    public void setContext(JsonObject context) {
        this.context = context;
    }
}
