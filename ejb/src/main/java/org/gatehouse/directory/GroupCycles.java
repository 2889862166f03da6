package org.gatehouse.directory;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Keeps the parents of groups free of cycles: rights are inherited upwards, so a cycle would give everybody everything in it. */
final class GroupCycles {

    private GroupCycles() {
    }

    /**
     * Whether the group would be among its own ancestors under these parents.
     *
     * @param parentsOf the direct parents of groups as stored
     */
    static boolean wouldClose(UUID group, Set<UUID> parents, Function<Collection<UUID>, Map<UUID, List<UUID>>> parentsOf) {
        Set<UUID> seen = new HashSet<>();
        Set<UUID> next = Set.copyOf(parents);
        while (!next.isEmpty() && !next.contains(group)) {
            seen.addAll(next);
            next = parentsOf.apply(next).values().stream().flatMap(List::stream).filter(id -> !seen.contains(id))
                    .collect(Collectors.toSet());
        }
        return next.contains(group);
    }
}
