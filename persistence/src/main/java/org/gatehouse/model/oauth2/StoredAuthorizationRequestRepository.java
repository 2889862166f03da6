package org.gatehouse.model.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on authorization requests that are kept for later. */
@ApplicationScoped
public class StoredAuthorizationRequestRepository extends Repository<StoredAuthorizationRequest, UUID> {

    public StoredAuthorizationRequestRepository() {
        super(StoredAuthorizationRequest.class);
    }

    /** A request of this kind and client that was kept after that moment, and is not used up. */
    public Optional<StoredAuthorizationRequest> findOpen(String digest, StoredRequestKind kind, UUID providerId, Instant since) {
        return only(query("""
                select r from StoredAuthorizationRequest r
                where r.digest = :digest and r.kind = :kind and r.providerId = :provider and r.redeemed is null and r.created > :since""")
                .setParameter("digest", digest).setParameter("kind", kind).setParameter("provider", providerId).setParameter("since", since));
    }

    /**
     * Uses a request up and returns it; to exactly one caller in the cluster, and only if it is of this kind, this client's and not out
     * of date. Somebody who tries it as another client uses nothing up.
     */
    public Optional<StoredAuthorizationRequest> redeem(String digest, StoredRequestKind kind, UUID providerId, Instant now) {
        boolean won = entityManager.createQuery("""
                update StoredAuthorizationRequest r set r.redeemed = :now
                where r.digest = :digest and r.kind = :kind and r.providerId = :provider and r.redeemed is null and r.expires > :now""")
                .setParameter("now", now).setParameter("digest", digest).setParameter("kind", kind).setParameter("provider", providerId)
                .executeUpdate() == 1;
        return won ? only(query("select r from StoredAuthorizationRequest r where r.digest = :digest").setParameter("digest", digest))
                : Optional.empty();
    }
}
