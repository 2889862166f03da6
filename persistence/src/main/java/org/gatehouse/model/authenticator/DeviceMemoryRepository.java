package org.gatehouse.model.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on what browsers have proved. */
@ApplicationScoped
public class DeviceMemoryRepository extends Repository<DeviceMemory, UUID> {

    public DeviceMemoryRepository() {
        super(DeviceMemory.class);
    }

    /** What a browser has proved since a moment. */
    public List<DeviceMemory> findSince(String keyDigest, Instant earliest) {
        return query("select m from DeviceMemory m where m.keyDigest = :digest and m.proved >= :earliest")
                .setParameter("digest", keyDigest).setParameter("earliest", earliest).getResultList();
    }

    /** Gives a browser's memories to its new key, except those of a device that is about to be remembered anew. */
    public void move(String fromDigest, String toDigest, UUID except) {
        entityManager.createQuery("update DeviceMemory m set m.keyDigest = :to where m.keyDigest = :from and m.deviceId <> :device")
                .setParameter("to", toDigest).setParameter("from", fromDigest).setParameter("device", except).executeUpdate();
    }

    /** Forgets what browsers have proved with the devices of a user. */
    public void forgetUser(long userId) {
        entityManager.createQuery("delete from DeviceMemory m where m.deviceId in (select d.id from AuthenticatorDevice d where d.user.id = :user)")
                .setParameter("user", userId).executeUpdate();
    }
}
