package org.gatehouse.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.gatehouse.model.rbac.GrantRepository;
import org.gatehouse.model.rbac.InitialPermissionsRepository;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.ObjectChanged;
import org.gatehouse.type.ObjectKey;

/**
 * Sees to it that whoever creates an object may go on working with it, through a role of their own, and that roles get what the
 * installation's initial permissions say. Superusers and the product need neither. What was given for an object ends with it.
 */
@ApplicationScoped
public class CreatorGrants {

    @Inject
    private GrantRepository grants;

    @Inject
    private RoleRepository roles;

    @Inject
    private InitialPermissionsRepository initial;

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private Event<ObjectChanged> changes;

    /** Called inside the transaction that made the object. */
    public void created(Actor actor, String model, String objectKey) {
        if (actor.superuser() || actor.userId() == null) {
            return;
        }
        UUID own = roles.ownRole(actor.userId());
        for (Permission permission : List.of(Permission.view(model), Permission.change(model), Permission.delete(model))) {
            catalogue.number(permission).ifPresent(number -> give(own, number, objectKey));
        }
        initial.forCreator(actor.userId(), model).forEach(found -> give(found.role(), found.permission(), objectKey));
        changes.fire(new ObjectChanged("authentik_rbac.role", own.toString(), ObjectChanged.Change.UPDATED));
    }

    /** Gives a role a right for one object. */
    public void give(UUID role, int permission, String objectKey) {
        grants.give(role, permission, objectKey, ObjectKey.uuid(objectKey).orElse(null), ObjectKey.number(objectKey).orElse(null));
    }

    /** Called inside the transaction that deletes the object, whose key in paths may be another than its {@code pk}. */
    public void deleted(String model, String objectKey) {
        grants.forgetObject(model, objectKey);
    }

    void forget(@Observes ObjectChanged change) {
        if (change.change() == ObjectChanged.Change.DELETED) {
            deleted(change.model(), change.key());
        }
    }
}
