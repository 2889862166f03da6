package org.gatehouse.model.directory;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * An account: a person, or a program that acts by itself. {@link #getId()} is the number the API shows as {@code pk};
 * {@link #getUuid()} never changes and is what protocols derive subjects from.
 */
@Entity
@Table(name = "user_account")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private UUID uuid;

    private String username;

    private String name = "";

    private String email = "";

    @Column(name = "email_verified_at")
    private Instant emailVerifiedAt;

    private String password;

    @Column(name = "password_change_date")
    private Instant passwordChangeDate;

    private boolean active = true;

    @Convert(converter = UserType.Stored.class)
    private UserType type = UserType.INTERNAL;

    private String path = "users";

    private JsonObject attributes = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "last_login")
    private Instant lastLogin;

    @Column(name = "date_joined", updatable = false)
    private Instant dateJoined;

    @Column(name = "last_updated")
    private Instant lastUpdated;

    @Version
    private long version;

    /** A new account, active and without a usable password; its name is still to be set. */
    public static User joined(Instant now) {
        User user = new User();
        user.uuid = UUID.randomUUID();
        user.dateJoined = now;
        user.lastUpdated = now;
        user.changePassword(null, now);
        return user;
    }

    /** Replaces the hash and notes when; null makes the password unusable. */
    public void changePassword(String encoded, Instant now) {
        this.password = encoded;
        this.passwordChangeDate = now;
    }

    public boolean hasUsablePassword() {
        return password != null;
    }

    public Long getId() {
        return id;
    }

    public UUID getUuid() {
        return uuid;
    }

    public void setUuid(UUID uuid) {
        this.uuid = uuid;
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    /** Replaces the address; another one, also in other letters, is not verified. */
    public void setEmail(String email) {
        if (!email.equals(this.email)) {
            emailVerifiedAt = null;
        }
        this.email = email;
    }

    /** When the user was last shown to receive mail at the present address; null if never. */
    public Instant getEmailVerifiedAt() {
        return emailVerifiedAt;
    }

    public boolean isEmailVerified() {
        return emailVerifiedAt != null;
    }

    /** The user was shown to receive mail at the present address; without an address there is nothing to verify. */
    public void verifyEmail(Instant now) {
        if (!email.isEmpty()) {
            emailVerifiedAt = now;
        }
    }

    /** The encoded hash, or null for an account without a usable password. */
    public String getPassword() {
        return password;
    }

    public Instant getPasswordChangeDate() {
        return passwordChangeDate;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public UserType getType() {
        return type;
    }

    public void setType(UserType type) {
        this.type = type;
    }

    public String getPath() {
        return path;
    }

    public void setPath(String path) {
        this.path = path;
    }

    public JsonObject getAttributes() {
        return attributes;
    }

    public void setAttributes(JsonObject attributes) {
        this.attributes = attributes;
    }

    public Instant getLastLogin() {
        return lastLogin;
    }

    public void setLastLogin(Instant lastLogin) {
        this.lastLogin = lastLogin;
    }

    public Instant getDateJoined() {
        return dateJoined;
    }

    public void setDateJoined(Instant dateJoined) {
        this.dateJoined = dateJoined;
    }

    public Instant getLastUpdated() {
        return lastUpdated;
    }

    public void setLastUpdated(Instant lastUpdated) {
        this.lastUpdated = lastUpdated;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
