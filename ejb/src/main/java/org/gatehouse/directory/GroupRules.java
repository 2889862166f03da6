package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.FieldProblems;

/** Who may make a group powerful: whatever gives members rights, itself or through ancestors, is bounded by the rights of the actor. */
@ApplicationScoped
class GroupRules {

    /** What a group is to have. */
    record Wanted(boolean superuser, Set<UUID> parents, Set<Long> members, Set<UUID> roles) {
    }

    @Inject
    private GroupRepository groups;

    @Inject
    private RoleRepository roles;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    /** @throws org.gatehouse.access.AccessDenied when members would gain rights that the actor does not have */
    void check(Actor actor, Optional<Group> existing, Wanted wanted, FieldProblems problems) {
        if (actor.superuser()) {
            return;
        }
        checkFlag(actor, existing, wanted.superuser(), problems);
        Set<UUID> joined = RoleHoldings.without(wanted.parents(), known(existing, groups::parentsOf));
        joined.forEach(parent -> permissions.require(actor, Permission.change("authentik_core.group"), parent.toString()));
        limits.requireGroups(actor, joined);
        limits.requireRoles(actor, RoleHoldings.without(wanted.roles(), known(existing, roles::ofGroups)));
        boolean newMembers = !RoleHoldings.without(wanted.members(), known(existing, groups::membersOf)).isEmpty();
        if (newMembers && existing.isPresent()) {
            limits.requireGroups(actor, List.of(existing.get().getId()));
        }
    }

    private void checkFlag(Actor actor, Optional<Group> existing, boolean superuser, FieldProblems problems) {
        if (superuser == existing.map(Group::isSuperuser).orElse(false)) {
            return;
        }
        Permission needed = (superuser ? SpecialPermission.ENABLE_GROUP_SUPERUSER : SpecialPermission.DISABLE_GROUP_SUPERUSER).permission();
        if (existing.isPresent() ? !permissions.has(actor, needed, existing.get().getId().toString()) : !permissions.has(actor, needed)) {
            problems.add("is_superuser", "User does not have permission to set the superuser status to " + superuser + ".");
        }
    }

    private static <T> List<T> known(Optional<Group> existing, Function<Collection<UUID>, Map<UUID, List<T>>> of) {
        return existing.map(group -> of.apply(List.of(group.getId())).getOrDefault(group.getId(), List.of())).orElse(List.of());
    }
}
