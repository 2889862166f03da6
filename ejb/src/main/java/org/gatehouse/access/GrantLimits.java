package org.gatehouse.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.rbac.GrantRepository;

/**
 * Keeps rights from growing: nobody hands out what they do not have themselves, nor takes over an account that has more. What is
 * inherited counts, so that neither a child of a powerful group nor a role of an ancestor is a way around.
 */
@ApplicationScoped
public class GrantLimits {

    @Inject
    private Permissions permissions;

    @Inject
    private GrantRepository grants;

    @Inject
    private GroupRepository groups;

    /** @throws AccessDenied when one of the roles gives something that the actor does not have */
    public void requireRoles(Actor actor, Collection<UUID> roles) {
        if (!roles.isEmpty() && !actor.superuser() && (actor.userId() == null || grants.exceedRoles(roles, actor.userId()))) {
            throw new AccessDenied("You cannot give roles with more rights than your own.");
        }
    }

    /** @throws AccessDenied when membership in one of the groups gives something that the actor does not have */
    public void requireGroups(Actor actor, Collection<UUID> named) {
        if (named.isEmpty() || actor.superuser()) {
            return;
        }
        if (actor.userId() == null || makesSuperusers(actor, named) || grants.exceedGroups(named, actor.userId())) {
            throw new AccessDenied("You cannot give memberships with more rights than your own.");
        }
    }

    /** Whoever may make superuser groups at all may fill them, too. */
    private boolean makesSuperusers(Actor actor, Collection<UUID> named) {
        return grants.makeSuperusers(named) && !permissions.has(actor, SpecialPermission.ENABLE_GROUP_SUPERUSER.permission());
    }

    /** @throws AccessDenied when the account has rights that the actor lacks, so that whoever controls it would gain some */
    public void requireAccount(Actor actor, long userId) {
        if (actor.superuser() || actor.userId() != null && actor.userId() == userId) {
            return;
        }
        if (actor.userId() == null || groups.isSuperuser(userId) || grants.exceedsUser(userId, actor.userId())) {
            throw new AccessDenied("The account has more rights than you.");
        }
    }

    /**
     * @param objectKey the object; null for all of the kind
     * @throws AccessDenied when the actor does not have the right itself
     */
    public void requireRight(Actor actor, Permission permission, String objectKey) {
        boolean held = permissions.has(actor, permission)
                || objectKey != null && actor.userId() != null
                && !grants.permitted(actor.userId(), permission.model(), permission.codename(), Set.of(objectKey)).isEmpty();
        if (!held) {
            throw new AccessDenied("You cannot give the right " + permission.name() + ", which you do not have.");
        }
    }
}
