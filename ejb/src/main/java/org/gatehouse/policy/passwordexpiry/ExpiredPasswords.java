package org.gatehouse.policy.passwordexpiry;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;

/** Makes passwords that have expired unusable, until the user sets a new one. */
@Stateless
public class ExpiredPasswords {

    @Inject
    private UserRepository users;

    @Inject
    private Events events;

    @Inject
    private Event<PasswordChanged> changes;

    /**
     * Does so a moment later, in a transaction of its own: whoever asks the policy may hold the user's row, and then both would wait.
     * Does nothing when the password has been changed meanwhile.
     */
    @Asynchronous
    public void disable(User user) {
        if (!user.hasUsablePassword() || !users.disablePassword(user.getId(), user.getPasswordChangeDate())) {
            return;
        }
        changes.fire(new PasswordChanged(user.getId(), user.getPassword()));
        events.recordWithin(EventDraft.of(EventAction.USER_WRITE, "policies.expiry", Actor.ofSystem())
                .with("username", user.getUsername()).with("message", "The password has expired and cannot be used any more."));
    }
}
