package org.gatehouse.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** Through whose eyes applications are looked at. */
@ApplicationScoped
class RegardedUser {

    @Inject
    private UserRepository users;

    @Inject
    private Permissions permissions;

    /**
     * The actor, or the user that an actor with the right to see applications of others names.
     *
     * @param forUser the number of another user
     * @throws org.gatehouse.access.AccessDenied when the actor may not see the applications of the user it names
     * @throws InvalidInput when there is no such user
     */
    User find(Actor actor, Optional<String> forUser) {
        Optional<String> named = forUser.filter(text -> !text.isEmpty());
        if (named.isEmpty()) {
            return users.find(actor.userId()).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        }
        permissions.require(actor, SpecialPermission.VIEW_USER_APPLICATIONS, named.get());
        return ObjectKey.number(named.get()).flatMap(users::find)
                .orElseThrow(() -> new InvalidInput("for_user", "User not found."));
    }
}
