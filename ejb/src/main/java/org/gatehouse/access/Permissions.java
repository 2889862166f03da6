package org.gatehouse.access;

import jakarta.enterprise.context.ApplicationScoped;

/** Decides about management rights. Superusers may everything; everybody else manages only what is their own. */
@ApplicationScoped
public class Permissions {

    /** @throws AccessDenied unless the actor may manage the installation */
    public void requireManage(Actor actor) {
        if (!actor.superuser()) {
            throw new AccessDenied("You do not have permission to perform this action.");
        }
    }

    /** @throws AccessDenied unless the actor is this user or may manage the installation */
    public void requireSelfOrManage(Actor actor, long userId) {
        if (actor.userId() == null || actor.userId() != userId) {
            requireManage(actor);
        }
    }
}
