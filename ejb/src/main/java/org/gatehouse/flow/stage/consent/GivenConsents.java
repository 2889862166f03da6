package org.gatehouse.flow.stage.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.consent.UserConsent;
import org.gatehouse.model.consent.UserConsentRepository;
import org.gatehouse.model.directory.User;

/** What users have allowed applications. */
@ApplicationScoped
public class GivenConsents {

    @Inject
    private UserConsentRepository repository;

    @Inject
    private Clock clock;

    /** The ids of the permissions given and not expired; empty when nothing was ever allowed. */
    Optional<Set<String>> find(User user, Application application) {
        return repository.find(user.getId(), application.getId())
                .filter(consent -> consent.getExpires() == null || consent.getExpires().isAfter(clock.instant()))
                .map(consent -> idsOf(consent.getPermissions()));
    }

    /** Remembers that these permissions were given, replacing what was remembered before. */
    void remember(User user, Application application, Set<String> permissions, Optional<Instant> expires) {
        UserConsent consent = repository.find(user.getId(), application.getId()).orElseGet(() -> {
            UserConsent fresh = new UserConsent();
            fresh.setId(UUID.randomUUID());
            fresh.setUser(user);
            fresh.setApplication(application);
            fresh.setCreated(clock.instant());
            return repository.add(fresh);
        });
        consent.setPermissions(String.join(" ", new TreeSet<>(permissions)));
        consent.setExpires(expires.orElse(null));
    }

    private static Set<String> idsOf(String permissions) {
        return permissions.isBlank() ? Set.of() : Set.of(permissions.trim().split(" +"));
    }
}
