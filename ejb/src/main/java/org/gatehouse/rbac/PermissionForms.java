package org.gatehouse.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.access.Permission;
import org.gatehouse.access.PermissionCatalogue;
import org.gatehouse.model.rbac.GrantRow;
import org.gatehouse.type.WireObject;

/** How rights look on the wire. */
@ApplicationScoped
public class PermissionForms {

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private PermissionNames names;

    /** The contract's {@code Permission}; empty when the catalogue has no such number. */
    public Optional<JsonObject> permission(int number) {
        return catalogue.find(number).map(permission -> permission(number, permission));
    }

    JsonObject permission(int number, Permission permission) {
        return base(number, permission)
                .put("app_label_verbose", names.app(app(permission), Locale.ENGLISH))
                .put("model_verbose", names.model(permission.model(), Locale.ENGLISH)).build();
    }

    /** The contract's {@code RoleModelPermission}. */
    Optional<JsonObject> onModel(GrantRow grant) {
        return catalogue.find(grant.permission()).map(permission -> base((int) grant.id(), permission).build());
    }

    /** The contract's {@code RoleObjectPermission}. */
    Optional<JsonObject> onObject(GrantRow grant) {
        return catalogue.find(grant.permission())
                .map(permission -> base((int) grant.id(), permission).put("object_pk", grant.objectKey()).build());
    }

    /** The contract's {@code ExtraRoleObjectPermission}. */
    Optional<JsonObject> described(GrantRow grant, String description) {
        return catalogue.find(grant.permission()).map(permission -> WireObject.from(permission((int) grant.id(), permission))
                .put("object_pk", grant.objectKey()).put("object_description", description).build());
    }

    private WireObject base(int id, Permission permission) {
        return WireObject.empty()
                .put("id", id)
                .put("name", names.permission(permission, Locale.ENGLISH))
                .put("codename", permission.codename())
                .put("model", permission.model().substring(permission.model().indexOf('.') + 1))
                .put("app_label", app(permission));
    }

    private static String app(Permission permission) {
        return permission.model().substring(0, permission.model().indexOf('.'));
    }
}
