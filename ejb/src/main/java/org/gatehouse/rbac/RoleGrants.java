package org.gatehouse.rbac;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.access.CreatorGrants;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.PermissionCatalogue;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.rbac.GrantRepository;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectChanged;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** Gives roles their rights, for all objects of a kind or for one, and gives roles to users. */
@Stateless
public class RoleGrants {

    private static final String PERMISSIONS = "permissions";

    /** What is asked for: names such as {@code authentik_core.view_user}, and the object if it is about one. */
    record Order(@NotEmpty @Size(max = 500) List<String> permissions, String model, @Size(max = 200) String objectPk) {
    }

    /** Who is meant. */
    record Holder(@NotNull Long pk) {
    }

    @Inject
    private RoleRepository roles;

    @Inject
    private GrantRepository grants;

    @Inject
    private UserRepository users;

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private ModelRegistry models;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private CreatorGrants creators;

    @Inject
    private DocumentReader reader;

    @Inject
    private Events events;

    @Inject
    private Event<ObjectChanged> changes;

    /**
     * Gives a role rights that the actor has itself.
     *
     * @return the number of each right, in the order of the request
     * @throws org.gatehouse.access.AccessDenied when the actor may not give rights to this role, or lacks one of them
     * @throws org.gatehouse.type.InvalidInput when there is no such right or object
     */
    public List<Integer> assign(Actor actor, String key, JsonObject body) {
        permissions.require(actor, SpecialPermission.ASSIGN_ROLE_PERMISSIONS, key);
        Role role = role(key);
        Order order = reader.read(Order.class, body);
        List<Integer> given = new ArrayList<>();
        String object = objectOf(order);
        for (Permission permission : permissionsOf(order, object)) {
            limits.requireRight(actor, permission, object);
            int number = catalogue.number(permission).orElseThrow();
            if (object == null) {
                grants.give(role.getId(), number);
            } else {
                creators.give(role.getId(), number, object);
            }
            given.add(number);
        }
        note(actor, role, order, object, "permissions_assigned");
        return given;
    }

    /** Takes rights from a role; nothing happens to one that it does not have. */
    public void unassign(Actor actor, String key, JsonObject body) {
        permissions.require(actor, SpecialPermission.UNASSIGN_ROLE_PERMISSIONS, key);
        Role role = role(key);
        Order order = reader.read(Order.class, body);
        String object = objectOf(order);
        for (Permission permission : permissionsOf(order, object)) {
            int number = catalogue.number(permission).orElseThrow();
            if (object == null) {
                grants.take(role.getId(), number);
            } else {
                grants.take(role.getId(), number, object);
            }
        }
        note(actor, role, order, object, "permissions_unassigned");
    }

    private List<Permission> permissionsOf(Order order, String object) {
        FieldProblems problems = new FieldProblems();
        List<Permission> found = new ArrayList<>();
        List<Permission> all = catalogue.all().stream().map(stored -> new Permission(stored.model(), stored.codename())).toList();
        for (String name : order.permissions()) {
            Optional<Permission> permission = find(all, name, order.model()).filter(one -> object == null || one.model().equals(order.model()));
            permission.ifPresentOrElse(found::add, () -> problems.add(PERMISSIONS, "\"" + shortened(name) + "\" is not a valid choice."));
        }
        problems.refuseIfAny();
        return found;
    }

    /** {@code app.codename}; a codename alone where the kind of object is known. */
    private static Optional<Permission> find(List<Permission> all, String name, String model) {
        return all.stream().filter(permission -> permission.name().equals(name) || permission.codename().equals(name) && permission.model().equals(model)).findFirst();
    }

    /** The key of the object, in its one form; null when all objects are meant. */
    private String objectOf(Order order) {
        boolean anyObject = order.objectPk() == null || order.objectPk().isEmpty();
        if (anyObject) {
            return null;
        }
        JsonObject pk = Json.createObjectBuilder().add("pk", order.objectPk()).build();
        return Optional.ofNullable(order.model()).flatMap(models::findByName)
                .flatMap(model -> model.find(pk).flatMap(model::rightsKey))
                .orElseThrow(() -> new InvalidInput("object_pk", "There is no such object."));
    }

    // Holders

    /** Gives a user a role, if it gives nothing that the actor does not have. */
    public void addUser(Actor actor, String key, JsonObject body) {
        permissions.require(actor, Permission.change(RoleModel.NAME), key);
        Role role = role(key);
        User user = holder(actor, body);
        limits.requireRoles(actor, Set.of(role.getId()));
        roles.addToUser(user.getId(), role.getId());
        note(actor, role, "user_added", user.getUsername());
    }

    /** Takes a role from a user; nothing happens to one who does not have it. */
    public void removeUser(Actor actor, String key, JsonObject body) {
        permissions.require(actor, Permission.change(RoleModel.NAME), key);
        Role role = role(key);
        User user = holder(actor, body);
        roles.removeFromUser(user.getId(), role.getId());
        note(actor, role, "user_removed", user.getUsername());
    }

    private User holder(Actor actor, JsonObject body) {
        return users.find(reader.read(Holder.class, body).pk())
                .filter(user -> permissions.has(actor, Permission.view("authentik_core.user"), user.getId().toString()))
                .orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
    }

    private Role role(String key) {
        return ObjectKey.uuid(key).flatMap(roles::find).orElseThrow(() -> new ObjectNotFound("No Role matches the given query."));
    }

    private void note(Actor actor, Role role, Order order, String object, String what) {
        String about = String.join(", ", order.permissions()) + (object == null ? "" : " (" + order.model() + " " + object + ")");
        note(actor, role, what, about);
    }

    private void note(Actor actor, Role role, String what, String about) {
        changes.fire(new ObjectChanged(RoleModel.NAME, role.getId().toString(), ObjectChanged.Change.UPDATED));
        events.recordWithin(EventDraft.of(EventAction.MODEL_UPDATED, "rbac", actor)
                .with("model", WireObject.empty().put("app", "authentik_rbac").put("model_name", "role")
                        .put("pk", role.getId()).put("name", role.getName()).build())
                .with(what, about));
    }

    private static String shortened(String name) {
        return name.length() > 60 ? name.substring(0, 60) + "…" : name;
    }
}
