package org.gatehouse.model.authenticator;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
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
 * Something a user has that proves who they are: an app that makes codes, a list of codes, a security key, a telephone.
 * Counters, codes and times of use change only through {@link AuthenticatorDeviceRepository}.
 */
@Entity
@Table(name = "authenticator_device")
public class AuthenticatorDevice {

    @Id
    private UUID id;

    @Column(name = "num_pk", insertable = false, updatable = false)
    private Long numPk;

    @Column(name = "device_class", updatable = false)
    @Convert(converter = DeviceClass.Stored.class)
    private DeviceClass deviceClass;

    @ManyToOne(optional = false)
    @JoinColumn(name = "user_id")
    private User user;

    @Column(name = "stage_id")
    private UUID stageId;

    private String name = "";

    private boolean confirmed = true;

    @Column(updatable = false)
    private Instant created;

    @Column(name = "last_updated")
    private Instant lastUpdated;

    @Column(name = "last_used", insertable = false, updatable = false)
    private Instant lastUsed;

    private JsonObject details = JsonValue.EMPTY_JSON_OBJECT;

    @Column(name = "lookup_key")
    private String lookupKey;

    @Column(name = "last_counter", updatable = false)
    private Long lastCounter;

    @Column(name = "failure_count", insertable = false, updatable = false)
    private int failureCount;

    @Column(name = "failed_at", insertable = false, updatable = false)
    private Instant failedAt;

    @Version
    private long version;

    /** A new, confirmed device of a user; it is yet to be stored. */
    public static AuthenticatorDevice of(DeviceClass deviceClass, User user, String name, Instant now) {
        AuthenticatorDevice device = new AuthenticatorDevice();
        device.id = UUID.randomUUID();
        device.deviceClass = deviceClass;
        device.user = user;
        device.name = name;
        device.created = now;
        device.lastUpdated = now;
        return device;
    }

    /** Gives the device another name. */
    public void rename(String newName, Instant now) {
        name = newName;
        lastUpdated = now;
    }

    public UUID getId() {
        return id;
    }

    /** Given by the database when the row is stored; the API shows it as {@code pk}. */
    public Long getNumPk() {
        return numPk;
    }

    public DeviceClass getDeviceClass() {
        return deviceClass;
    }

    public User getUser() {
        return user;
    }

    /** The stage that set the device up, if it still exists; null else. */
    public UUID getStageId() {
        return stageId;
    }

    public void setStageId(UUID stageId) {
        this.stageId = stageId;
    }

    public String getName() {
        return name;
    }

    /** Whether the user has shown to have the device; one that is not confirmed proves nothing. */
    public boolean isConfirmed() {
        return confirmed;
    }

    public void setConfirmed(boolean confirmed) {
        this.confirmed = confirmed;
    }

    public Instant getCreated() {
        return created;
    }

    public Instant getLastUpdated() {
        return lastUpdated;
    }

    public void setLastUpdated(Instant lastUpdated) {
        this.lastUpdated = lastUpdated;
    }

    /** When it last proved somebody's identity; null for never. */
    public Instant getLastUsed() {
        return lastUsed;
    }

    /** What the class knows about the device; secrets in it are sealed. */
    public JsonObject getDetails() {
        return details;
    }

    public void setDetails(JsonObject details) {
        this.details = details;
    }

    /** What the class finds the device by, at most 128 characters; null for nothing. */
    public String getLookupKey() {
        return lookupKey;
    }

    public void setLookupKey(String lookupKey) {
        this.lookupKey = lookupKey;
    }

    /** The highest counter that was accepted; null for none. */
    public Long getLastCounter() {
        return lastCounter;
    }

    /** The counter to start from, for a device that is not stored yet. */
    public void setLastCounter(Long lastCounter) {
        this.lastCounter = lastCounter;
    }

    /** How many attempts in a row failed. */
    public int getFailureCount() {
        return failureCount;
    }

    /** When the last attempt that did not succeed was made; null for never. */
    public Instant getFailedAt() {
        return failedAt;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
