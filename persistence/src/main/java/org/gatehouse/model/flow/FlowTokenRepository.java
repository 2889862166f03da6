package org.gatehouse.model.flow;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on the plans that wait for a link to be opened. */
@ApplicationScoped
public class FlowTokenRepository extends Repository<FlowToken, UUID> {

    public FlowTokenRepository() {
        super(FlowToken.class);
    }

    public Optional<FlowToken> findByDigest(String digest) {
        return only(query("select t from FlowToken t where t.keyDigest = :digest").setParameter("digest", digest));
    }

    /** Uses the token up; true for exactly one caller in the cluster, and for nobody once it has expired. */
    public boolean redeem(UUID id, Instant now) {
        return entityManager.createQuery("delete from FlowToken t where t.id = :id and t.expires > :now")
                .setParameter("id", id).setParameter("now", now).executeUpdate() == 1;
    }

    /** Takes a link back; nothing happens when it is gone already. */
    public void revoke(UUID id) {
        entityManager.createQuery("delete from FlowToken t where t.id = :id").setParameter("id", id).executeUpdate();
    }

    /** Takes back every link that goes on with a plan about this user. */
    public void revokeAll(long userId) {
        entityManager.createQuery("delete from FlowToken t where t.userId = :user").setParameter("user", userId).executeUpdate();
    }
}
