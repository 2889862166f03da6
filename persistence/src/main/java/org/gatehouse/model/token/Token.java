package org.gatehouse.model.token;

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

/**
 * A key that acts for its user: API token, app password, recovery or verification link. The key itself is kept as a digest for
 * checking and sealed for the one permission that may show it again.
 */
@Entity
@Table(name = "token")
public class Token {

    @Id
    private UUID id;

    private String identifier;

    @Column(name = "key_digest")
    private String keyDigest;

    @Column(name = "key_sealed")
    private String keySealed;

    @Convert(converter = TokenIntent.Stored.class)
    private TokenIntent intent = TokenIntent.API;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    private String description = "";

    private boolean expiring = true;

    private Instant expires;

    private String managed;

    @Version
    private long version;

    /** Whether the key has run out at the given moment; a token that does not expire never has. */
    public boolean isExpired(Instant now) {
        return expiring && expires != null && !expires.isAfter(now);
    }

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getIdentifier() {
        return identifier;
    }

    public void setIdentifier(String identifier) {
        this.identifier = identifier;
    }

    public String getKeyDigest() {
        return keyDigest;
    }

    public void setKeyDigest(String keyDigest) {
        this.keyDigest = keyDigest;
    }

    public String getKeySealed() {
        return keySealed;
    }

    public void setKeySealed(String keySealed) {
        this.keySealed = keySealed;
    }

    public TokenIntent getIntent() {
        return intent;
    }

    public void setIntent(TokenIntent intent) {
        this.intent = intent;
    }

    public User getUser() {
        return user;
    }

    public void setUser(User user) {
        this.user = user;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public boolean isExpiring() {
        return expiring;
    }

    public void setExpiring(boolean expiring) {
        this.expiring = expiring;
    }

    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }

    public String getManaged() {
        return managed;
    }

    public void setManaged(String managed) {
        this.managed = managed;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
