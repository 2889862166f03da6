package org.gatehouse.model.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that happened, kept for the auditor. Rows are written once; only their end can be moved, to a later day.
 */
@Entity
@Table(name = "audit_event")
public class AuditEvent {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String action;

    @Column(updatable = false)
    private String app;

    @Column(updatable = false)
    private JsonObject actor = JsonValue.EMPTY_JSON_OBJECT;

    @Column(updatable = false)
    private JsonObject context = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "client_ip", updatable = false)
    private String clientIp;

    @Column(updatable = false)
    private JsonObject brand = JsonValue.EMPTY_JSON_OBJECT;

    @Column(updatable = false)
    private Instant created;

    private Instant expires;

    @Column(updatable = false)
    private String voucher;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getApp() {
        return app;
    }

    public void setApp(String app) {
        this.app = app;
    }

    public JsonObject getActor() {
        return actor;
    }

    public void setActor(JsonObject actor) {
        this.actor = actor;
    }

    public JsonObject getContext() {
        return context;
    }

    public void setContext(JsonObject context) {
        this.context = context;
    }

    public String getClientIp() {
        return clientIp;
    }

    public void setClientIp(String clientIp) {
        this.clientIp = clientIp;
    }

    public JsonObject getBrand() {
        return brand;
    }

    public void setBrand(JsonObject brand) {
        this.brand = brand;
    }

    public Instant getCreated() {
        return created;
    }

    public void setCreated(Instant created) {
        this.created = created;
    }

    /** A keyed hash of what the event says; null for events from before there were any. */
    public String getVoucher() {
        return voucher;
    }

    public void setVoucher(String voucher) {
        this.voucher = voucher;
    }

    public Instant getExpires() {
        return expires;
    }

    public void setExpires(Instant expires) {
        this.expires = expires;
    }
}
