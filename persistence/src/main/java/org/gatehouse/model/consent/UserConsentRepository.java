package org.gatehouse.model.consent;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.Repository;

/** Queries on consents. */
@ApplicationScoped
public class UserConsentRepository extends Repository<UserConsent, UUID> {

    public UserConsentRepository() {
        super(UserConsent.class);
    }

    public Optional<UserConsent> find(long userId, UUID applicationId) {
        return only(query("select c from UserConsent c where c.user.id = :user and c.application.id = :application")
                .setParameter("user", userId).setParameter("application", applicationId));
    }
}
