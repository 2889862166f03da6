package org.gatehouse.directory;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.type.DocumentReader;
import org.gatehouse.type.ObjectChanged;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** Adds members to groups and removes them, one at a time, without touching the others. */
@Stateless
public class GroupMemberships {

    /** Who is meant. */
    record Member(@NotNull Long pk) {
    }

    @Inject
    private GroupRepository groups;

    @Inject
    private UserRepository users;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private Event<ObjectChanged> changes;

    @Inject
    private DocumentReader reader;

    @Inject
    private Events events;

    /** Makes the user a member; nothing happens to one who is. */
    public void add(Actor actor, String groupKey, JsonObject body) {
        change(actor, groupKey, body, true);
    }

    /** Takes the membership away; nothing happens to one who has none. */
    public void remove(Actor actor, String groupKey, JsonObject body) {
        change(actor, groupKey, body, false);
    }

    private void change(Actor actor, String groupKey, JsonObject body, boolean add) {
        permissions.require(actor, add ? SpecialPermission.ADD_USER_TO_GROUP : SpecialPermission.REMOVE_USER_FROM_GROUP, groupKey);
        Group group = ObjectKey.uuid(groupKey).flatMap(groups::find).orElseThrow(() -> new ObjectNotFound("No Group matches the given query."));
        User user = users.find(reader.read(Member.class, body).pk()).orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        if (add) {
            limits.requireGroups(actor, List.of(group.getId()));
            groups.addMember(group.getId(), user.getId());
        } else {
            groups.removeMember(group.getId(), user.getId());
        }
        changes.fire(new ObjectChanged("authentik_core.group", group.getId().toString(), ObjectChanged.Change.UPDATED));
        events.recordWithin(EventDraft.of(EventAction.MODEL_UPDATED, "directory", actor)
                .with("model", WireObject.empty().put("app", "authentik_core").put("model_name", "group")
                        .put("pk", group.getId()).put("name", group.getName()).build())
                .with(add ? "member_added" : "member_removed", user.getUsername()));
    }
}
