package org.gatehouse.flow.stage.initialsetup;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.PasswordService;
import org.gatehouse.model.brand.SystemMarkers;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.startup.FirstStart;

/**
 * Sets up the first administrator, once in the life of an installation. Two things must hold: the marker
 * {@link FirstStart#INITIAL_SETUP} has never been set, and {@code akadmin} is still the administrator that the first start made and
 * has no password. The marker outlives every account, so deleting, renaming or disabling administrators opens nothing again
 * (GHSA-rjvp-29xq-f62w).
 */
@Stateless
public class InitialSetup {

    @Inject
    private SystemMarkers markers;

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private PasswordService passwords;

    @Inject
    private Clock clock;

    /** Whether set-up can still be done. */
    public boolean isOpen() {
        return !markers.isSet(FirstStart.INITIAL_SETUP) && administrator().isPresent();
    }

    /**
     * Gives the administrator this address and password and closes set-up, in one transaction.
     *
     * @return the administrator's number; empty when set-up was closed, also by somebody who was faster
     * @throws org.gatehouse.type.InvalidInput when the password cannot be used; set-up stays open
     * @throws org.gatehouse.directory.password.TooManyPasswordChecks when the node is too busy; set-up stays open
     */
    public Optional<Long> complete(String email, String password) {
        Optional<User> administrator = administrator();
        if (administrator.isEmpty()) {
            return Optional.empty();
        }
        // Before the marker: what cannot be hashed now, because the node is busy, must not close set-up.
        String encoded = passwords.encode(password);
        // The insert waits for a concurrent one: of two that race, the second sees that it is late.
        if (!markers.set(FirstStart.INITIAL_SETUP, clock.instant())) {
            return Optional.empty();
        }
        User user = administrator.get();
        user.setEmail(email);
        passwords.setEncoded(user, encoded, Actor.of(user, false), Optional.empty());
        return Optional.of(user.getId());
    }

    private Optional<User> administrator() {
        return users.findByUsername(FirstStart.USERNAME)
                .filter(user -> user.isActive() && !user.hasUsablePassword() && groups.isSuperuser(user.getId()));
    }
}
