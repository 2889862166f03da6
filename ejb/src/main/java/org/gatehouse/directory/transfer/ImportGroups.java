package org.gatehouse.directory.transfer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.type.FieldProblems;

/** The groups that one file names, each looked up once. Nobody gives memberships with more rights than their own. */
final class ImportGroups {

    private static final int MOST_GROUPS = 10_000;

    private final Actor actor;
    private final GroupRepository groups;
    private final Permissions permissions;
    private final GrantLimits limits;
    private final Map<String, Answer> known = new HashMap<>();

    /** A group, or why it cannot be used. */
    private record Answer(UUID id, String refusal) {
    }

    ImportGroups(Actor actor, GroupRepository groups, Permissions permissions, GrantLimits limits) {
        this.actor = actor;
        this.groups = groups;
        this.permissions = permissions;
        this.limits = limits;
    }

    Optional<UUID> find(String name, FieldProblems problems) {
        if (known.size() >= MOST_GROUPS && !known.containsKey(name)) {
            problems.add(ImportHeader.GROUPS, "A file names at most " + MOST_GROUPS + " groups.");
            return Optional.empty();
        }
        Answer answer = known.computeIfAbsent(name, this::lookUp);
        if (!answer.refusal().isEmpty()) {
            problems.add(ImportHeader.GROUPS, answer.refusal());
        }
        return Optional.ofNullable(answer.id());
    }

    private Answer lookUp(String name) {
        Optional<Group> group = groups.findByName(name);
        if (group.isEmpty()) {
            return new Answer(null, "There is no group of this name.");
        }
        UUID id = group.get().getId();
        if (!permissions.has(actor, SpecialPermission.ADD_USER_TO_GROUP.permission(), id.toString())) {
            return new Answer(null, "You may not add members to this group.");
        }
        try {
            limits.requireGroups(actor, List.of(id));
            return new Answer(id, "");
        } catch (AccessDenied more) {
            return new Answer(null, more.getMessage());
        }
    }
}
