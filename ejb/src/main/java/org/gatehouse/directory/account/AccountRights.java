package org.gatehouse.directory.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/**
 * Who may do what leads into somebody else's account: set its password, get a link for it, act in its name. Such a right over all
 * users, as helpdesks have it, would otherwise be the right to become a superuser.
 */
@ApplicationScoped
public class AccountRights {

    @Inject
    private Permissions permissions;

    @Inject
    private UserRepository users;

    @Inject
    private GrantLimits limits;

    /**
     * The account with this key, over which the actor has the right.
     *
     * @throws org.gatehouse.access.AccessDenied when the right is missing, or the account has rights that the actor lacks
     * @throws ObjectNotFound when there is no such account
     */
    public User require(Actor actor, SpecialPermission right, String key) {
        permissions.require(actor, right, key);
        User user = ObjectKey.number(key).flatMap(users::find).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        requireNoMorePower(actor, user);
        return user;
    }

    /** @throws org.gatehouse.access.AccessDenied when the account has rights that the actor lacks */
    public void requireNoMorePower(Actor actor, User user) {
        limits.requireAccount(actor, user.getId());
    }
}
