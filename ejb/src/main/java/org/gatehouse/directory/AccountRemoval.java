package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.session.Sessions;
import org.gatehouse.type.ObjectChanged;

/**
 * Deletes an account on its owner's wish, who has proved to be that. Administrators delete accounts of others through
 * {@link UserModel}; what follows from a deletion is the same.
 */
@ApplicationScoped
public class AccountRemoval {

    @Inject
    private UserRepository users;

    @Inject
    private Sessions sessions;

    @Inject
    private Events events;

    @Inject
    private Event<ObjectChanged> changes;

    /** Ends the user's logins and deletes the account with all that hangs on it, in the caller's transaction. */
    public void remove(User user) {
        String key = user.getId().toString();
        sessions.endAll(user.getId(), Optional.empty());
        users.remove(users.get(user.getId()));
        users.flush();
        events.recordWithin(EventDraft.of(EventAction.MODEL_DELETED, "stages.user_delete", Actor.of(user, false))
                .with("model", Json.createObjectBuilder().add("app", "authentik_core").add("model_name", "user").add("pk", key)
                        .add("name", user.getUsername()).build()));
        changes.fire(new ObjectChanged("authentik_core.user", key, ObjectChanged.Change.DELETED));
    }
}
