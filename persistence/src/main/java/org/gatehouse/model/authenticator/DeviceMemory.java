package org.gatehouse.model.authenticator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** That a browser has proved its user's identity with a device, and when; gone with the device. */
@Entity
@Table(name = "device_memory")
public class DeviceMemory {

    @Id
    private UUID id;

    @Column(name = "key_digest")
    private String keyDigest;

    @Column(name = "device_id", updatable = false)
    private UUID deviceId;

    @Column(updatable = false)
    private Instant proved;

    @Column(updatable = false)
    private Instant expires;

    /** Something to remember, to be stored; the browser is known by the digest of its key. */
    public static DeviceMemory of(String keyDigest, UUID deviceId, Instant proved, Instant expires) {
        DeviceMemory memory = new DeviceMemory();
        memory.id = UUID.randomUUID();
        memory.keyDigest = keyDigest;
        memory.deviceId = deviceId;
        memory.proved = proved;
        memory.expires = expires;
        return memory;
    }

    public UUID getId() {
        return id;
    }

    /** The digest of the browser's key. */
    public String getKeyDigest() {
        return keyDigest;
    }

    public UUID getDeviceId() {
        return deviceId;
    }

    /** When the device proved the user's identity. */
    public Instant getProved() {
        return proved;
    }

    /** From when on nobody asks for it any more. */
    public Instant getExpires() {
        return expires;
    }
}
