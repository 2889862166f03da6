package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.Default;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ReferenceLookup;
import org.gatehouse.type.UsedBy;

/** Groups as administrators manage them: members, parents and the superuser flag that goes down to all descendants' members. */
@ApplicationScoped
public class GroupModel extends EntityModel<Group, GroupModel.Document> {

    /** The writable fields. */
    public record Document(
            @NotBlank @Size(max = 500) String name,
            @Default("false") boolean isSuperuser,
            List<UUID> parents,
            List<Long> users,
            @Default("{}") JsonObject attributes,
            List<UUID> roles) {
    }

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    @Inject
    private GroupForms forms;

    @Inject
    private RoleRepository roles;

    @Inject
    private RoleHoldings holdings;

    @Inject
    private GroupRules rules;

    @Inject
    private ReferenceLookup references;

    public GroupModel() {
        super(Document.class, GroupRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_core.group";
    }

    @Override
    public String path() {
        return "core/groups";
    }

    @Override
    protected GroupRepository repository() {
        return groups;
    }

    @Override
    protected Optional<Group> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(groups::find);
    }

    @Override
    protected String keyOf(Group group) {
        return group.getId().toString();
    }

    @Override
    protected Document documentOf(Group group) {
        List<UUID> one = List.of(group.getId());
        return new Document(group.getName(), group.isSuperuser(), groups.parentsOf(one).getOrDefault(group.getId(), List.of()),
                groups.membersOf(one).getOrDefault(group.getId(), List.of()), group.getAttributes(),
                roles.ofGroups(one).getOrDefault(group.getId(), List.of()));
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Group> page) {
        return forms.full(page, GroupForms.Include.of(query));
    }

    @Override
    protected Group store(Actor actor, Optional<Group> existing, Document document, FieldProblems problems) {
        Group group = existing.orElseGet(GroupModel::newGroup);
        String name = document.name().strip();
        Set<UUID> parents = new LinkedHashSet<>(document.parents());
        Set<Long> members = new LinkedHashSet<>(document.users());
        groups.findByName(name).filter(other -> !other.getId().equals(group.getId()))
                .ifPresent(other -> problems.add("name", "A group with this name exists already."));
        GroupReferences.require("parents", parents, groups, problems);
        if (GroupCycles.wouldClose(group.getId(), parents, groups::parentsOf)) {
            problems.add("parents", "A group cannot be its own ancestor.");
        }
        requireUsers(members, problems);
        Set<UUID> given = new LinkedHashSet<>(document.roles());
        holdings.requireRoles("roles", given, problems);
        problems.refuseIfAny();
        rules.check(actor, existing, new GroupRules.Wanted(document.isSuperuser(), parents, members, given), problems);
        problems.refuseIfAny();
        group.setName(name);
        group.setSuperuser(document.isSuperuser());
        group.setAttributes(document.attributes());
        write(existing.isEmpty(), group, parents, members);
        roles.replaceOfGroup(group.getId(), given);
        return group;
    }

    private void write(boolean isNew, Group group, Set<UUID> parents, Set<Long> members) {
        if (isNew) {
            groups.add(group);
        }
        groups.flush();
        groups.replaceParents(group.getId(), parents);
        groups.replaceMembers(group.getId(), members);
    }

    private void requireUsers(Set<Long> named, FieldProblems problems) {
        Set<Long> known = users.findAll(named).stream().map(User::getId).collect(Collectors.toSet());
        named.stream().filter(id -> !known.contains(id)).forEach(id -> problems.add("users", FieldProblems.missing(id)));
    }

    private static Group newGroup() {
        Group group = new Group();
        group.setId(UUID.randomUUID());
        return group;
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return ObjectKey.uuid(key).map(id -> references.usedBy(Group.class, id)).orElse(List.of());
    }
}
