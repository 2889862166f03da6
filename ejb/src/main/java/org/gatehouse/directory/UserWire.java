package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.WireObject;

/** How users look on the wire. */
@ApplicationScoped
public class UserWire {

    @Inject
    private UserRepository users;

    @Inject
    private GroupRepository groups;

    @Inject
    private RoleHoldings holdings;

    @Inject
    private Permissions permissions;

    /** The id that protocols may show in place of the row's number: it tells nothing about other accounts and never changes. */
    public static String uid(User user) {
        return Digests.sha256("gatehouse uid\n" + user.getUuid());
    }

    /** The short form in which other objects show a user. */
    public static JsonObject partial(User user) {
        return identity(user)
                .put("last_login", user.getLastLogin())
                .put("attributes", user.getAttributes())
                .build();
    }

    private static WireObject identity(User user) {
        return WireObject.empty()
                .put("pk", user.getId())
                .put("username", user.getUsername())
                .put("name", user.getName())
                .put("is_active", user.isActive())
                .put("email", user.getEmail())
                .put("uid", uid(user));
    }

    /** What is shown in full beside its keys. */
    record Include(boolean groups, boolean roles) {

        static final Include ALL = new Include(true, true);

        static Include of(ModelQuery query) {
            return new Include(query.filter("include_groups").map(Boolean::parseBoolean).orElse(true),
                    query.filter("include_roles").map(Boolean::parseBoolean).orElse(true));
        }
    }

    /** The full forms by the user's number: five queries at most for all of them together. */
    public Map<Long, JsonObject> full(Collection<User> page) {
        return full(page, Include.ALL);
    }

    Map<Long, JsonObject> full(Collection<User> page, Include include) {
        List<Long> ids = page.stream().map(User::getId).distinct().toList();
        Map<Long, List<UUID>> memberships = users.groupsOf(ids);
        Map<Long, List<Role>> roles = holdings.ofUsers(ids);
        Set<Long> superusers = users.superusersAmong(ids);
        Map<UUID, JsonObject> groupForms = groups.findAll(
                        include.groups() ? memberships.values().stream().flatMap(List::stream).collect(Collectors.toSet()) : Set.of())
                .stream().collect(Collectors.toMap(Group::getId, GroupWire::partial));
        Map<Long, JsonObject> forms = new HashMap<>();
        for (User user : page) {
            List<UUID> own = memberships.getOrDefault(user.getId(), List.of());
            forms.put(user.getId(), full(user, own, superusers.contains(user.getId()),
                    include.groups() ? own.stream().map(groupForms::get).toList() : null, roles.getOrDefault(user.getId(), List.of()),
                    include.roles() ? roles.getOrDefault(user.getId(), List.of()).stream().map(RoleHoldings::form).toList() : null));
        }
        return forms;
    }

    private static JsonObject full(User user, List<UUID> own, boolean superuser, List<JsonObject> groupForms,
            List<Role> roles, List<JsonObject> roleForms) {
        return WireObject.from(partial(user))
                .put("date_joined", user.getDateJoined())
                .put("is_superuser", superuser)
                .put("groups", own)
                .put("groups_obj", groupForms)
                .put("roles", roles.stream().map(Role::getId).toList())
                .put("roles_obj", roleForms)
                .put("avatar", Avatar.of(user))
                .put("path", user.getPath())
                .put("type", user.getType())
                .put("uuid", user.getUuid())
                .put("password_change_date", user.getPasswordChangeDate())
                .put("last_updated", user.getLastUpdated())
                .build();
    }

    /** How users see themselves. */
    public JsonObject self(User user) {
        List<UUID> own = users.groupsOf(List.of(user.getId())).getOrDefault(user.getId(), List.of());
        Map<UUID, Group> known = groups.findAll(own).stream().collect(Collectors.toMap(Group::getId, Function.identity()));
        return identity(user)
                .put("is_superuser", groups.isSuperuser(user.getId()))
                .put("is_current", true)
                .put("groups", own.stream().map(known::get).map(group ->
                        WireObject.empty().put("name", group.getName()).put("pk", group.getId()).build()).toList())
                .put("roles", holdings.ofUsers(List.of(user.getId())).getOrDefault(user.getId(), List.of()).stream().map(RoleHoldings::form).toList())
                .put("avatar", Avatar.of(user))
                .put("settings", settings(user))
                .put("type", user.getType())
                .put("system_permissions", systemPermissions(user))
                .build();
    }

    /** What the user may do with the installation, by codename: what clients show their menus by. */
    private List<String> systemPermissions(User user) {
        Actor actor = Actor.of(user, groups.isSuperuser(user.getId()));
        return Stream.of(SpecialPermission.values()).map(SpecialPermission::permission)
                .filter(permission -> permission.model().equals("authentik_rbac.systempermission") && permissions.has(actor, permission))
                .map(Permission::codename).toList();
    }

    private static JsonValue settings(User user) {
        return user.getAttributes().get("settings") instanceof JsonObject settings ? settings : JsonValue.EMPTY_JSON_OBJECT;
    }
}
