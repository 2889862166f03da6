package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.directory.account.AccountRights;
import org.gatehouse.directory.password.PasswordHasher;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** What is done with accounts beside writing their fields, which is {@link UserModel}'s. */
@Stateless
public class Accounts {

    @Inject
    private UserRepository users;

    @Inject
    private UserWire wire;

    @Inject
    private PasswordService passwords;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private Permissions permissions;

    @Inject
    private AccountRights rights;

    @Inject
    private RequestOrigin origin;

    @Inject
    private Clock clock;

    /**
     * Makes an active account without a usable password, for the product itself.
     *
     * @throws InvalidInput when the name is taken
     */
    public User create(NewUser draft) {
        if (users.findByUsername(draft.username()).isPresent()) {
            throw new InvalidInput("username", UserRules.NAME_TAKEN);
        }
        User user = User.joined(clock.instant());
        user.setUsername(draft.username());
        user.setName(draft.name());
        user.setEmail(draft.email());
        users.add(user);
        users.flush();
        return user;
    }

    /**
     * Notes that the user receives mail at the account's present address. Whoever calls this has seen a code or link that went to
     * exactly that address come back.
     *
     * @return whether the account still exists and has an address
     */
    public boolean confirmEmail(User user) {
        Optional<User> stored = users.find(user.getId()).filter(found -> found.getEmail().equals(user.getEmail()));
        stored.ifPresent(found -> found.verifyEmail(clock.instant()));
        return stored.filter(User::isEmailVerified).isPresent();
    }

    /** The account with this name, in any mixture of case. */
    public Optional<User> findByUsername(String username) {
        return users.findByUsername(username);
    }

    /** How the actor sees itself: the account, and every account this browser is logged in to. */
    public JsonObject self(Actor actor) {
        User user = users.find(actor.userId()).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        JsonObject self = wire.self(user);
        WireObject answer = WireObject.empty().put("user", self);
        origin.actingUser().flatMap(acting -> users.find(acting.id())).ifPresent(original -> answer.put("original", wire.self(original)));
        return answer.put("users", List.of(self)).build();
    }

    /** Every path that users have, those that hold the text. */
    public List<String> paths(Actor actor, String search) {
        permissions.require(actor, Permission.view("authentik_core.user"));
        return users.paths(search);
    }

    /**
     * Sets somebody's password and ends their sessions. People change their own password in a flow, where the former one is asked.
     *
     * @param kept the actor's own session, which stays when the actor is the user
     */
    public void setPassword(Actor actor, String key, String password, Optional<UUID> kept) {
        User user = rights.require(actor, SpecialPermission.RESET_USER_PASSWORD, key);
        passwords.set(user, password, actor, actor.is(user) ? kept : Optional.empty());
    }

    /**
     * As {@link #setPassword}, with the hash that another system has made of the password; the user's next login replaces it by ours.
     *
     * @throws InvalidInput when no login could be checked against it
     */
    public void setPasswordHash(Actor actor, String key, String hash, Optional<UUID> kept) {
        User user = rights.require(actor, SpecialPermission.RESET_USER_PASSWORD, key);
        if (!hasher.isUsable(hash)) {
            throw new InvalidInput("password", "This is no password hash of a supported kind (Argon2, bcrypt, PBKDF2, scrypt, SHA-crypt, LDAP).");
        }
        passwords.setEncoded(user, hash, actor, actor.is(user) ? kept : Optional.empty());
    }
}
