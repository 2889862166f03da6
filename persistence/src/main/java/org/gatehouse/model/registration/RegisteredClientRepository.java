package org.gatehouse.model.registration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on clients that have registered themselves. */
@ApplicationScoped
public class RegisteredClientRepository extends Repository<RegisteredClient, UUID> {

    public RegisteredClientRepository() {
        super(RegisteredClient.class);
    }

    /** The client whose registration this token opens. */
    public Optional<RegisteredClient> findByAccessDigest(String digest) {
        return only(query("select c from RegisteredClient c where c.accessDigest = :digest").setParameter("digest", digest));
    }

    /** How many clients have registered in this way. */
    public long countOf(UUID registrationId) {
        return entityManager.createQuery("select count(c) from RegisteredClient c where c.registrationId = :registration", Long.class)
                .setParameter("registration", registrationId).getSingleResult();
    }

    /**
     * Puts another registration access token in the place of one; true for exactly one of several callers with the same token, as
     * PostgreSQL evaluates the condition again when it has waited for another's row lock.
     */
    public boolean rotate(UUID id, String digest, String newDigest) {
        return entityManager.createQuery("update RegisteredClient c set c.accessDigest = :new where c.id = :id and c.accessDigest = :old")
                .setParameter("new", newDigest).setParameter("id", id).setParameter("old", digest).executeUpdate() == 1;
    }
}
