package org.gatehouse.model.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on the codes of static devices. */
@ApplicationScoped
public class StaticTokenRepository extends Repository<StaticToken, UUID> {

    public StaticTokenRepository() {
        super(StaticToken.class);
    }

    /** Takes a code away; true for the one caller that found it. */
    public boolean redeem(UUID deviceId, String digest) {
        return entityManager.createQuery("delete from StaticToken t where t.deviceId = :device and t.digest = :digest")
                .setParameter("device", deviceId).setParameter("digest", digest).executeUpdate() == 1;
    }

    /** How many codes of a device are left. */
    public long count(UUID deviceId) {
        return entityManager.createQuery("select count(t) from StaticToken t where t.deviceId = :device", Long.class)
                .setParameter("device", deviceId).getSingleResult();
    }
}
