package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.WireObject;

/** The full wire forms of groups, with as much of their relatives as the caller asks for. */
@ApplicationScoped
class GroupForms {

    /** What is shown in full beside its keys. */
    record Include(boolean users, boolean parents, boolean children, boolean inheritedRoles) {

        static Include of(ModelQuery query) {
            return new Include(query.filter("include_users").map(Boolean::parseBoolean).orElse(true),
                    query.filter("include_parents").map(Boolean::parseBoolean).orElse(false),
                    query.filter("include_children").map(Boolean::parseBoolean).orElse(false),
                    query.filter("include_inherited_roles").map(Boolean::parseBoolean).orElse(false));
        }
    }

    private record Relatives(Map<UUID, List<Long>> members, Map<UUID, List<UUID>> parents, Map<UUID, List<UUID>> children,
            Map<Long, User> users, Map<UUID, Group> groups, Map<UUID, List<Role>> roles,
            Map<UUID, List<Role>> inherited) {
    }

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    @Inject
    private RoleHoldings holdings;

    List<JsonObject> full(List<Group> page, Include include) {
        List<UUID> ids = page.stream().map(Group::getId).toList();
        Map<UUID, List<Long>> members = groups.membersOf(ids);
        Map<UUID, List<UUID>> parents = groups.parentsOf(ids);
        Map<UUID, List<UUID>> children = groups.childrenOf(ids);
        Set<UUID> related = new HashSet<>();
        if (include.parents()) {
            parents.values().forEach(related::addAll);
        }
        if (include.children()) {
            children.values().forEach(related::addAll);
        }
        Set<Long> shown = include.users() ? members.values().stream().flatMap(List::stream).collect(Collectors.toSet()) : Set.of();
        Relatives relatives = new Relatives(members, parents, children,
                users.findAll(shown).stream().collect(Collectors.toMap(User::getId, Function.identity())),
                groups.findAll(related).stream().collect(Collectors.toMap(Group::getId, Function.identity())), holdings.ofGroups(ids),
                include.inheritedRoles() ? holdings.inherited(ids) : Map.of());
        return page.stream().map(group -> full(group, relatives, include)).toList();
    }

    private static JsonObject full(Group group, Relatives relatives, Include include) {
        List<Long> members = relatives.members().getOrDefault(group.getId(), List.of());
        List<UUID> parents = relatives.parents().getOrDefault(group.getId(), List.of());
        List<UUID> children = relatives.children().getOrDefault(group.getId(), List.of());
        List<Role> roles = relatives.roles().getOrDefault(group.getId(), List.of());
        return WireObject.from(GroupWire.partial(group))
                .put("parents", parents)
                .put("parents_obj", include.parents() ? related(parents, relatives) : null)
                .put("users", members)
                .put("users_obj", include.users() ? members.stream().map(relatives.users()::get).filter(Objects::nonNull)
                        .map(UserWire::partial).toList() : null)
                .put("roles", roles.stream().map(Role::getId).toList())
                .put("roles_obj", roles.stream().map(RoleHoldings::form).toList())
                .put("inherited_roles_obj", include.inheritedRoles()
                        ? relatives.inherited().getOrDefault(group.getId(), List.of()).stream().map(RoleHoldings::form).toList() : null)
                .put("children", children)
                .put("children_obj", include.children() ? related(children, relatives) : null)
                .build();
    }

    private static List<JsonObject> related(List<UUID> ids, Relatives relatives) {
        return ids.stream().map(relatives.groups()::get).filter(Objects::nonNull).map(GroupWire::related).toList();
    }
}
