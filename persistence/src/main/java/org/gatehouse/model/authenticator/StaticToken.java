package org.gatehouse.model.authenticator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** One code of a static device that has not been used; only its digest is kept. */
@Entity
@Table(name = "static_token")
public class StaticToken {

    @Id
    private UUID id;

    @Column(name = "device_id", updatable = false)
    private UUID deviceId;

    @Column(updatable = false)
    private String digest;

    /** A code of a device, to be stored. */
    public static StaticToken of(UUID deviceId, String digest) {
        StaticToken token = new StaticToken();
        token.id = UUID.randomUUID();
        token.deviceId = deviceId;
        token.digest = digest;
        return token;
    }

    public UUID getId() {
        return id;
    }

    public UUID getDeviceId() {
        return deviceId;
    }

    public String getDigest() {
        return digest;
    }
}
