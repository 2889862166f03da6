package org.gatehouse.access;

import jakarta.enterprise.context.ApplicationScoped;

/** Decides about management rights. Superusers may everything; everybody else manages only what is their own. */
@ApplicationScoped
public class Permissions {

    private static final String REFUSAL = "You do not have permission to perform this action.";

    /** Whether the actor may do this with every object of the kind. */
    public boolean has(Actor actor, Permission permission) {
        return actor.superuser();
    }

    /** Whether the actor may do this with this one object, because it may with all or because it was allowed to for this one. */
    public boolean has(Actor actor, Permission permission, String key) {
        return has(actor, permission);
    }

    /** @throws AccessDenied unless the actor may do this with every object of the kind */
    public void require(Actor actor, Permission permission) {
        if (!has(actor, permission)) {
            throw new AccessDenied(REFUSAL);
        }
    }

    /** @throws AccessDenied unless the actor may do this with this object */
    public void require(Actor actor, Permission permission, String key) {
        if (!has(actor, permission, key)) {
            throw new AccessDenied(REFUSAL);
        }
    }

    /** @throws AccessDenied unless the actor has this special right for all objects of its kind */
    public void require(Actor actor, SpecialPermission special) {
        require(actor, special.permission());
    }

    /** @throws AccessDenied unless the actor has this special right for this object */
    public void require(Actor actor, SpecialPermission special, String key) {
        require(actor, special.permission(), key);
    }

    /** @throws AccessDenied unless the actor may manage the installation */
    public void requireManage(Actor actor) {
        if (!actor.superuser()) {
            throw new AccessDenied(REFUSAL);
        }
    }

    /** @throws AccessDenied unless the actor is this user or may manage the installation */
    public void requireSelfOrManage(Actor actor, long userId) {
        if (actor.userId() == null || actor.userId() != userId) {
            requireManage(actor);
        }
    }
}
