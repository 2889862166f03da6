package org.gatehouse.model.mail;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A letter that waits to be handed to the mail server. */
@Entity
@Table(name = "mail_message")
public class MailMessage {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String payload;

    private int attempts;

    private Instant due;

    @Column(updatable = false)
    private Instant created;

    @Column(updatable = false)
    private Instant expires;

    /**
     * A letter to be sent as soon as possible.
     *
     * @param payload sealed
     * @param expires when it is no longer worth sending
     */
    public static MailMessage of(String payload, Instant now, Instant expires) {
        MailMessage message = new MailMessage();
        message.id = UUID.randomUUID();
        message.payload = payload;
        message.due = now;
        message.created = now;
        message.expires = expires;
        return message;
    }

    public UUID getId() {
        return id;
    }

    /** The sealed letter. */
    public String getPayload() {
        return payload;
    }

    /** How often it was taken for sending. */
    public int getAttempts() {
        return attempts;
    }

    /** When it is to be tried next. */
    public Instant getDue() {
        return due;
    }

    public Instant getCreated() {
        return created;
    }

    /** When it is no longer worth sending. */
    public Instant getExpires() {
        return expires;
    }
}
