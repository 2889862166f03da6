package org.gatehouse.model.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The hash of a password that a user had before, kept so that it is not chosen again. */
@Entity
@Table(name = "password_history")
public class PasswordHistory {

    @Id
    private UUID id;

    @Column(name = "user_id", updatable = false)
    private long userId;

    @Column(updatable = false)
    private String encoded;

    @Column(updatable = false)
    private Instant replaced;

    /** A password that has just been replaced. */
    public static PasswordHistory of(long userId, String encoded, Instant replaced) {
        PasswordHistory former = new PasswordHistory();
        former.id = UUID.randomUUID();
        former.userId = userId;
        former.encoded = encoded;
        former.replaced = replaced;
        return former;
    }

    public UUID getId() {
        return id;
    }

    public long getUserId() {
        return userId;
    }

    /** The hash as it was stored with the user. */
    public String getEncoded() {
        return encoded;
    }

    /** When another password took its place. */
    public Instant getReplaced() {
        return replaced;
    }
}
