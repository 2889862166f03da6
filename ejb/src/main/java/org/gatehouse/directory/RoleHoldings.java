package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.WireObject;

/** Which roles and memberships users have, and who may give and take them. */
@ApplicationScoped
class RoleHoldings {

    private static final String GROUP = "authentik_core.group";

    @Inject
    private RoleRepository roles;

    @Inject
    private UserRepository users;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    /** The short form in which users and groups show a role. */
    static JsonObject form(Role role) {
        return WireObject.empty().put("pk", role.getId()).put("name", role.getName()).build();
    }

    /** The roles of a user's own, by name. */
    List<UUID> ofUser(long user) {
        return roles.ofUsers(List.of(user)).getOrDefault(user, List.of());
    }

    /** The roles of each user's own, by name. */
    Map<Long, List<Role>> ofUsers(Collection<Long> named) {
        return resolved(roles.ofUsers(named));
    }

    /** The roles of each group's own, by name. */
    Map<UUID, List<Role>> ofGroups(Collection<UUID> named) {
        return resolved(roles.ofGroups(named));
    }

    /** The roles that each group has from its ancestors, without its own. */
    Map<UUID, List<Role>> inherited(Collection<UUID> named) {
        return resolved(roles.inheritedBy(named));
    }

    private <K> Map<K, List<Role>> resolved(Map<K, List<UUID>> held) {
        Map<UUID, Role> known = roles.findAll(held.values().stream().flatMap(List::stream).collect(Collectors.toSet())).stream()
                .collect(Collectors.toMap(Role::getId, Function.identity()));
        Map<K, List<Role>> resolved = new LinkedHashMap<>();
        held.forEach((holder, ids) -> resolved.put(holder, ids.stream().map(known::get).filter(Objects::nonNull).toList()));
        return resolved;
    }

    /** Notes every named role that does not exist as a problem of the field. */
    void requireRoles(String field, Set<UUID> named, FieldProblems problems) {
        Set<UUID> known = roles.findAll(named).stream().map(Role::getId).collect(Collectors.toSet());
        named.stream().filter(id -> !known.contains(id)).forEach(id -> problems.add(field, FieldProblems.missing(id)));
    }

    /** @throws org.gatehouse.access.AccessDenied when the actor may not make these the user's memberships and roles */
    void check(Actor actor, Optional<User> existing, Set<UUID> memberships, Set<UUID> given) {
        if (actor.superuser()) {
            return;
        }
        List<UUID> before = existing.map(user -> users.groupsOf(List.of(user.getId())).getOrDefault(user.getId(), List.of())).orElse(List.of());
        Set<UUID> joined = without(memberships, before);
        joined.forEach(group -> requireMembership(actor, group, SpecialPermission.ADD_USER_TO_GROUP));
        without(before, memberships).forEach(group -> requireMembership(actor, group, SpecialPermission.REMOVE_USER_FROM_GROUP));
        limits.requireGroups(actor, joined);
        limits.requireRoles(actor, without(given, existing.map(user -> ofUser(user.getId())).orElse(List.of())));
    }

    private void requireMembership(Actor actor, UUID group, SpecialPermission special) {
        if (!permissions.has(actor, special.permission(), group.toString())) {
            permissions.require(actor, Permission.change(GROUP), group.toString());
        }
    }

    static <T> Set<T> without(Collection<T> some, Collection<T> others) {
        Set<T> rest = new HashSet<>(some);
        rest.removeAll(new HashSet<>(others));
        return rest;
    }

    void replaceOfUser(long user, Set<UUID> given) {
        roles.replaceOfUser(user, given);
    }
}
