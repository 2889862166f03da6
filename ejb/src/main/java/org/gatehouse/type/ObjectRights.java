package org.gatehouse.type;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;

/**
 * Decides about one object. What the actor may not see is not there; what it sees but may not change is refused. Who may see no object
 * of the kind at all is refused in either case, so that nobody learns which keys exist.
 */
@ApplicationScoped
public class ObjectRights {

    @Inject
    private Permissions permissions;

    /**
     * @throws ObjectNotFound when the actor may not see this object, but others of its kind
     * @throws org.gatehouse.access.AccessDenied when the actor may see none of its kind
     */
    public void requireVisible(Actor actor, Model model, String key) {
        Permission view = Permission.view(model.name());
        if (!permissions.has(actor, view, key)) {
            throw invisible(actor, model, view);
        }
    }

    /** @throws org.gatehouse.access.AccessDenied when the actor may not make such objects */
    public void requireCreate(Actor actor, Model model) {
        permissions.require(actor, Permission.add(model.name()));
    }

    /** As {@link #requireVisible}, and refuses as well what the actor sees but may not do. */
    public void require(Actor actor, Model model, String key, Model.Operation operation) {
        Permission needed = operation == Model.Operation.DELETE ? Permission.delete(model.name()) : Permission.change(model.name());
        if (permissions.has(actor, needed) && permissions.has(actor, Permission.view(model.name()))
                || model.ownOperations().contains(operation) && model.isOwn(actor, key)) {
            return;
        }
        Set<Permission> held = permissions.rights(actor, model.name(), key);
        if (!held.contains(Permission.view(model.name())) && !model.isOwn(actor, key)) {
            throw invisible(actor, model, Permission.view(model.name()));
        }
        if (!held.contains(needed)) {
            throw Permissions.refusal();
        }
    }

    /** Whether the actor may see the object. */
    public boolean sees(Actor actor, Model model, String key) {
        return permissions.has(actor, Permission.view(model.name()), key) || model.isOwn(actor, key);
    }

    /** Whether the actor may do this with the object: what a page asks before it offers it. */
    public boolean may(Actor actor, Model model, String key, Model.Operation operation) {
        Permission needed = operation == Model.Operation.DELETE ? Permission.delete(model.name()) : Permission.change(model.name());
        return permissions.has(actor, needed, key) || model.ownOperations().contains(operation) && model.isOwn(actor, key);
    }

    private RuntimeException invisible(Actor actor, Model model, Permission view) {
        return permissions.hasSomewhere(actor, view) ? notFound(model) : Permissions.refusal();
    }

    static ObjectNotFound notFound(Model model) {
        return new ObjectNotFound("No " + model.name() + " matches the given query.");
    }

    /** The uses, with those that the actor may not see reduced to the fact that there is one. */
    List<UsedBy> shown(Actor actor, List<UsedBy> uses) {
        List<UsedBy> shown = new ArrayList<>();
        for (UsedBy use : uses) {
            boolean visible = permissions.has(actor, Permission.view(use.app() + "." + use.modelName()), use.key());
            shown.add(visible ? use : new UsedBy(use.app(), use.modelName(), "", "", use.action()));
        }
        return shown;
    }
}
