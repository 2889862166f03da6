package org.gatehouse.directory;

import jakarta.json.JsonObject;
import org.gatehouse.model.directory.Group;
import org.gatehouse.type.WireObject;

/** How other objects show a group. */
public final class GroupWire {

    private GroupWire() {
    }

    /** The short form of a user's or a binding's group. */
    public static JsonObject partial(Group group) {
        return WireObject.empty()
                .put("pk", group.getId())
                .put("num_pk", group.getNumPk())
                .put("name", group.getName())
                .put("is_superuser", group.isSuperuser())
                .put("attributes", group.getAttributes())
                .build();
    }

    /** The short form of a group's parent or child. */
    static JsonObject related(Group group) {
        return WireObject.empty()
                .put("pk", group.getId())
                .put("name", group.getName())
                .put("is_superuser", group.isSuperuser())
                .put("attributes", group.getAttributes())
                .put("group_uuid", group.getId())
                .build();
    }
}
