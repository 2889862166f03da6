package org.gatehouse.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.PermissionCatalogue;
import org.gatehouse.model.rbac.InitialPermissions;
import org.gatehouse.model.rbac.InitialPermissionsRepository;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** What a role gets for each object that somebody who has the role creates. */
@ApplicationScoped
public class InitialPermissionsModel extends EntityModel<InitialPermissions, InitialPermissionsModel.Document> {

    /** The writable fields; the permissions are numbers of the catalogue. */
    public record Document(@NotBlank @Size(max = 150) String name, @NotNull UUID role, @Size(max = 1000) List<Integer> permissions) {
    }

    @Inject
    private InitialPermissionsRepository rows;

    @Inject
    private RoleRepository roles;

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private PermissionForms forms;

    @Inject
    private GrantLimits limits;

    public InitialPermissionsModel() {
        super(Document.class, InitialPermissionsRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_rbac.initialpermissions";
    }

    @Override
    public String path() {
        return "rbac/initial_permissions";
    }

    @Override
    protected InitialPermissionsRepository repository() {
        return rows;
    }

    @Override
    protected Optional<InitialPermissions> findByKey(String key) {
        return ObjectKey.number(key).flatMap(rows::find);
    }

    @Override
    protected String keyOf(InitialPermissions row) {
        return row.getId().toString();
    }

    @Override
    protected Document documentOf(InitialPermissions row) {
        return new Document(row.getName(), row.getRoleId(), row.getPermissions().stream().sorted().toList());
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<InitialPermissions> page) {
        return page.stream().map(row -> WireObject.from(documentJson(row)).put("pk", row.getId())
                .put("permissions_obj", row.getPermissions().stream().sorted().flatMap(number -> forms.permission(number).stream()).toList())
                .build()).toList();
    }

    @Override
    protected InitialPermissions store(Actor actor, Optional<InitialPermissions> existing, Document document, FieldProblems problems) {
        String name = document.name().strip();
        rows.findByName(name).filter(other -> existing.filter(row -> row.getId().equals(other.getId())).isEmpty())
                .ifPresent(other -> problems.add("name", "Initial permissions with this name exist already."));
        if (roles.find(document.role()).isEmpty()) {
            problems.add("role", FieldProblems.missing(document.role()));
        }
        document.permissions().forEach(number -> catalogue.find(number)
                .ifPresentOrElse(permission -> limits.requireRight(actor, permission, null), () -> problems.add("permissions", FieldProblems.missing(number))));
        problems.refuseIfAny();
        limits.requireRoles(actor, List.of(document.role()));
        InitialPermissions row = existing.orElseGet(InitialPermissions::new);
        row.setName(name);
        row.setRoleId(document.role());
        row.setPermissions(new LinkedHashSet<>(document.permissions()));
        return existing.isPresent() ? row : rows.add(row);
    }
}
