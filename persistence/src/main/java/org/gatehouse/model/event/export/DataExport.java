package org.gatehouse.model.event.export;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An export that somebody has asked for: what of, and what part. */
@Entity
@Table(name = "data_export")
public class DataExport {

    @Id
    private UUID id;

    @Column(name = "user_id")
    private long userId;

    private String model;

    private JsonObject query = JsonValue.EMPTY_JSON_OBJECT;

    private Instant requested;

    private Instant expires;

    protected DataExport() {
    }

    /** An export of this part of a kind of object. */
    public DataExport(UUID id, long userId, String model, JsonObject query, Instant requested, Instant expires) {
        this.id = id;
        this.userId = userId;
        this.model = model;
        this.query = query;
        this.requested = requested;
        this.expires = expires;
    }

    public UUID getId() {
        return id;
    }

    public long getUserId() {
        return userId;
    }

    /** The kind of object by its model's name. */
    public String getModel() {
        return model;
    }

    /** The query string's parameters: lists of texts by name. */
    public JsonObject getQuery() {
        return query;
    }

    /** When it was asked for; nothing later is in it. */
    public Instant getRequested() {
        return requested;
    }

    public Instant getExpires() {
        return expires;
    }
}
