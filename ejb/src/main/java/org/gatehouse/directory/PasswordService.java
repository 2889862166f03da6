package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.InvalidInput;

/** Checks and sets the passwords of the product's own accounts. */
@Stateless
public class PasswordService {

    @Inject
    private PasswordHasher hasher;

    @Inject
    private UserRepository users;

    @Inject
    private Sessions sessions;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private Events events;

    @Inject
    private Event<PasswordChanged> changes;

    @Inject
    private Clock clock;

    /**
     * Whether this is the user's password. A hash in an older format or of another cost is replaced on success. Says nothing about
     * whether the user may enter: that is {@link org.gatehouse.session.LoginGate}.
     *
     * @param userOrNull null where nobody has the name that was typed; that takes as long as a wrong password
     * @throws org.gatehouse.directory.password.TooManyPasswordChecks when the node is too busy
     */
    public boolean verify(User userOrNull, String password) {
        String encoded = userOrNull == null ? null : userOrNull.getPassword();
        boolean matches = hasher.matches(password, encoded);
        if (matches && !hasher.isCurrent(encoded)) {
            users.replacePassword(userOrNull.getId(), encoded, hasher.encode(password));
        }
        return matches;
    }

    /**
     * The hash to store for a password.
     *
     * @throws InvalidInput when the password is empty or too long
     */
    public String encode(String password) {
        try {
            return hasher.encode(password);
        } catch (IllegalArgumentException impossible) {
            throw new InvalidInput("password", impossible.getMessage());
        }
    }

    /** Sets the password and ends all of the user's sessions. */
    public void set(User user, String password, Actor actor) {
        set(user, password, actor, Optional.empty());
    }

    /**
     * Sets the password and ends the user's other sessions, as whoever knew the old one may still have one open (ASVS 7.4.3).
     *
     * @param kept the session in which the user does this, if so
     * @throws org.gatehouse.access.AccessDenied when the actor is neither the user nor may reset the password
     */
    public void set(User user, String password, Actor actor, Optional<UUID> kept) {
        setEncoded(user, encode(password), actor, kept);
    }

    /** As {@link #set}, with what {@link #encode} gave: for who must know that the password can be used before doing something else. */
    public void setEncoded(User user, String encoded, Actor actor, Optional<UUID> kept) {
        if (!actor.is(user)) {
            permissions.require(actor, SpecialPermission.RESET_USER_PASSWORD, user.getId().toString());
            limits.requireAccount(actor, user.getId());
        }
        Instant now = clock.instant();
        User stored = users.get(user.getId());
        if (stored.hasUsablePassword()) {
            changes.fire(new PasswordChanged(stored.getId(), stored.getPassword()));
        }
        stored.changePassword(encoded, now);
        stored.setLastUpdated(now);
        users.flush();
        sessions.endAll(stored.getId(), kept);
        events.recordWithin(EventDraft.of(EventAction.PASSWORD_SET, "directory", actor).with("username", stored.getUsername()));
    }
}
