package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** What is done with accounts beside writing their fields. */
@Stateless
public class Accounts {

    @Inject
    private UserRepository users;

    @Inject
    private UserWire wire;

    @Inject
    private PasswordService passwords;

    @Inject
    private Permissions permissions;

    /** How the actor sees itself: the account, and every account this browser is logged in to. */
    public JsonObject self(Actor actor) {
        User user = users.find(actor.userId()).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        JsonObject self = wire.self(user);
        return WireObject.empty().put("user", self).put("users", List.of(self)).build();
    }

    /** Every path that users have, those that hold the text. */
    public List<String> paths(Actor actor, String search) {
        permissions.requireManage(actor);
        return users.paths(search);
    }

    /**
     * Sets somebody's password and ends their sessions. People change their own password in a flow, where the former one is asked.
     *
     * @param kept the actor's own session, which stays when the actor is the user
     */
    public void setPassword(Actor actor, String key, String password, Optional<UUID> kept) {
        permissions.requireManage(actor);
        User user = ObjectKey.number(key).flatMap(users::find).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        passwords.set(user, password, actor, actor.is(user) ? kept : Optional.empty());
    }
}
