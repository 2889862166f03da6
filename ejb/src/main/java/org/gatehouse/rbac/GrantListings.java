package org.gatehouse.rbac;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.PermissionCatalogue;
import org.gatehouse.access.Permissions;
import org.gatehouse.model.rbac.GrantRepository;
import org.gatehouse.model.rbac.GrantRow;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.model.rbac.StoredPermission;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ModelRegistry;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** Lists the rights there are, those of a role, and the roles that have rights over an object. */
@Stateless
public class GrantListings {

    @Inject
    private PermissionCatalogue catalogue;

    @Inject
    private GrantRepository grants;

    @Inject
    private RoleRepository roles;

    @Inject
    private PermissionForms forms;

    @Inject
    private PermissionNames names;

    @Inject
    private ModelRegistry models;

    @Inject
    private Permissions permissions;

    /** The catalogue; filters {@code codename}, {@code content_type__model}, {@code content_type__app_label} and {@code role}. */
    public ModelPage catalogue(Actor actor, ModelQuery query) {
        requireRoleReader(actor);
        Optional<UUID> role = query.filter("role").filter(text -> !text.isEmpty()).map(text -> ObjectKey.uuid(text)
                .orElseThrow(() -> new InvalidInput("role", "Enter a valid UUID.")));
        role.ifPresent(id -> permissions.require(actor, Permission.view(RoleModel.NAME), id.toString()));
        Optional<Set<Integer>> held = role.map(id -> grants.ofRoles(Set.of(id)).stream().map(GrantRow::permission).collect(Collectors.toSet()));
        List<StoredPermission> found = catalogue.all().stream()
                .filter(one -> held.map(numbers -> numbers.contains(one.id())).orElse(true))
                .filter(one -> matches(one, query)).sorted(order(query.ordering())).toList();
        return new ModelPage(found.stream().skip(query.firstRow()).limit(query.pageSize())
                .map(one -> forms.permission(one.id(), permission(one))).toList(), found.size());
    }

    /** All rights that match, on no pages: for choosing one. */
    public List<Permission> everything(Actor actor, ModelQuery query) {
        requireRoleReader(actor);
        return catalogue.all().stream().filter(one -> matches(one, query)).map(GrantListings::permission).toList();
    }

    private boolean matches(StoredPermission one, ModelQuery query) {
        int dot = one.model().indexOf('.');
        return fits(query, "codename", one.codename()) && fits(query, "content_type__app_label", one.model().substring(0, dot))
                && fits(query, "content_type__model", one.model().substring(dot + 1))
                && (one.codename() + " " + one.model() + " " + names.permission(permission(one), Locale.ENGLISH)).toLowerCase(Locale.ROOT)
                        .contains(query.search().toLowerCase(Locale.ROOT));
    }

    private static boolean fits(ModelQuery query, String filter, String value) {
        return query.filter(filter).filter(text -> !text.isEmpty() && !text.equals(value)).isEmpty();
    }

    private static Comparator<StoredPermission> order(String ordering) {
        Comparator<StoredPermission> order = ordering.endsWith("codename") ? Comparator.comparing(StoredPermission::codename)
                : Comparator.comparing(StoredPermission::model);
        return (ordering.startsWith("-") ? order.reversed() : order).thenComparing(StoredPermission::id);
    }

    private static Permission permission(StoredPermission stored) {
        return new Permission(stored.model(), stored.codename());
    }

    /** One right of the catalogue. */
    public JsonObject permission(Actor actor, String key) {
        requireRoleReader(actor);
        return ObjectKey.number(key).filter(number -> number <= Integer.MAX_VALUE).flatMap(number -> forms.permission(number.intValue()))
                .orElseThrow(() -> new ObjectNotFound("No Permission matches the given query."));
    }

    /** What a right allows says nothing about anybody; still it is for those who see roles. */
    private void requireRoleReader(Actor actor) {
        permissions.requireSomewhere(actor, Permission.view(RoleModel.NAME));
    }

    /** The roles with rights over a kind of object, or over one object of it: filters {@code model} and {@code object_pk}. */
    public ModelPage assignedBy(Actor actor, ModelQuery query) {
        Model model = query.filter("model").flatMap(models::findByName).orElseThrow(() -> new InvalidInput("model", "Select a valid choice."));
        Optional<String> object = query.filter("object_pk").filter(text -> !text.isEmpty()).map(ObjectKey::canonical);
        permissions.requireSomewhere(actor, Permission.view(RoleModel.NAME));
        Map<UUID, List<GrantRow>> single = byRole(object.map(key -> grants.onObject(model.name(), key)).orElse(List.of()));
        Map<UUID, List<GrantRow>> whole = byRole(grants.onModel(model.name()));
        List<Role> found = roles.findAll(Stream.concat(single.keySet().stream(), whole.keySet().stream()).collect(Collectors.toSet())).stream()
                .filter(role -> permissions.has(actor, Permission.view(RoleModel.NAME), role.getId().toString()))
                .filter(role -> role.getName().toLowerCase(Locale.ROOT).contains(query.search().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing(Role::getName)).toList();
        return new ModelPage(found.stream().skip(query.firstRow()).limit(query.pageSize()).map(role -> WireObject.empty()
                .put("role_pk", role.getId()).put("name", role.getName())
                .put("object_permissions", single.getOrDefault(role.getId(), List.of()).stream().flatMap(grant -> forms.onObject(grant).stream()).toList())
                .put("model_permissions", whole.getOrDefault(role.getId(), List.of()).stream().flatMap(grant -> forms.onModel(grant).stream()).toList())
                .build()).toList(), found.size());
    }

    private static Map<UUID, List<GrantRow>> byRole(List<GrantRow> rows) {
        return rows.stream().collect(Collectors.groupingBy(GrantRow::role, LinkedHashMap::new, Collectors.toList()));
    }

    /** The rights of a role for single objects: filter {@code uuid}. */
    public ModelPage ofRole(Actor actor, ModelQuery query) {
        UUID role = query.filter("uuid").flatMap(ObjectKey::uuid).orElseThrow(() -> new InvalidInput("uuid", "Enter a valid UUID."));
        permissions.require(actor, Permission.view(RoleModel.NAME), role.toString());
        List<JsonObject> rows = grants.onObjects(role, query.firstRow(), query.pageSize()).stream()
                .flatMap(grant -> forms.described(grant, description(actor, grant)).stream()).toList();
        return new ModelPage(rows, grants.countOnObjects(role));
    }

    /** What people call the object; null when it is gone, or not for the actor to see. */
    private String description(Actor actor, GrantRow grant) {
        return catalogue.find(grant.permission()).map(Permission::model)
                .filter(model -> permissions.has(actor, Permission.view(model)) || !grants.permitted(actor.userId() == null ? 0 : actor.userId(),
                        model, Permission.view(model).codename(), Set.of(grant.objectKey())).isEmpty())
                .flatMap(models::findByName).flatMap(model -> name(model, grant.objectKey())).orElse(null);
    }

    private static Optional<String> name(Model model, String pk) {
        JsonObject identifiers = Json.createObjectBuilder().add("pk", pk).build();
        return model.find(identifiers).flatMap(model::document).flatMap(document -> Stream.of("name", "username", "identifier", "domain")
                .map(document::get).filter(value -> value instanceof JsonString || value instanceof JsonNumber)
                .map(value -> value instanceof JsonString text ? text.getString() : value.toString()).findFirst());
    }
}
