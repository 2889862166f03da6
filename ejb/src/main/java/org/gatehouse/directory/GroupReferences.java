package org.gatehouse.directory;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.type.FieldProblems;

/** Checks that groups named in a document exist. */
final class GroupReferences {

    private GroupReferences() {
    }

    static void require(String field, Set<UUID> named, GroupRepository groups, FieldProblems problems) {
        Set<UUID> known = groups.findAll(named).stream().map(Group::getId).collect(Collectors.toSet());
        named.stream().filter(id -> !known.contains(id)).forEach(id -> problems.add(field, FieldProblems.missing(id)));
    }
}
