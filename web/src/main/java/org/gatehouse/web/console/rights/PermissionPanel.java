package org.gatehouse.web.console.rights;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.rbac.GrantListings;
import org.gatehouse.rbac.PermissionNames;
import org.gatehouse.rbac.RoleGrants;
import org.gatehouse.rbac.RoleModel;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ManagedModels;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.web.http.CurrentSession;

/** On the page of an object: which roles have which right over it. On the page of a role: what it may, everywhere and with single objects. */
@Named("permissionPanel")
@ViewScoped
public class PermissionPanel implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ROLE = "authentik_rbac.role";

    @Inject
    private GrantListings listings;

    @Inject
    private RoleGrants grants;

    @Inject
    private ManagedModels managed;

    @Inject
    private RoleModel roles;

    @Inject
    private PermissionNames names;

    @Inject
    private Permissions permissions;

    @Inject
    private CurrentSession current;

    private String role = "";
    private String right = "";
    private String problem = "";

    /**
     * A right that a role has.
     *
     * @param about the object of a role's right; empty when it is for all, or when the page is the object's
     */
    public record Row(String rolePk, String roleName, String name, String label, String about) {
    }

    /** A choice of a list. */
    public record Choice(String value, String label) {
    }

    public boolean isRole(String model) {
        return ROLE.equals(model);
    }

    /** Whether the person may see who has rights. */
    public boolean isOffered(boolean isNew) {
        return !isNew && permissions.hasSomewhere(current.actor(), Permission.view(ROLE));
    }

    /** Whether the person may give rights to some role. */
    public boolean isGiving() {
        return permissions.hasSomewhere(current.actor(), SpecialPermission.ASSIGN_ROLE_PERMISSIONS.permission());
    }

    /** The rights of roles over this object, those for all objects of its kind left out. */
    public List<Row> onObject(String model, String pk) {
        List<Row> rows = new ArrayList<>();
        for (JsonObject one : listings.assignedBy(current.actor(), query(Map.of("model", List.of(model), "object_pk", List.of(pk)))).rows()) {
            one.getJsonArray("object_permissions").stream().map(JsonValue::asJsonObject).forEach(granted ->
                    rows.add(row(one.getString("role_pk"), one.getString("name"), granted, "")));
        }
        return rows;
    }

    /** What a role may with all objects of a kind. */
    public List<Row> everywhere(String rolePk) {
        return listings.catalogue(current.actor(), query(Map.of("role", List.of(rolePk)))).rows().stream()
                .map(granted -> row(rolePk, "", granted, "")).toList();
    }

    /** What a role may with single objects. */
    public List<Row> single(String rolePk) {
        return listings.ofRole(current.actor(), query(Map.of("uuid", List.of(rolePk)))).rows().stream()
                .map(granted -> row(rolePk, "", granted, granted.isNull("object_description") ? granted.getString("object_pk")
                        : granted.getString("object_description"))).toList();
    }

    private Row row(String rolePk, String roleName, JsonObject granted, String about) {
        Permission permission = permission(granted);
        return new Row(rolePk, roleName, permission.name(), names.permission(permission, locale()), about);
    }

    private static Permission permission(JsonObject granted) {
        return new Permission(granted.getString("app_label") + "." + granted.getString("model"), granted.getString("codename"));
    }

    /** The roles to choose from. */
    public List<Choice> getRoles() {
        return managed.list(current.actor(), roles, ModelQuery.all()).rows().stream()
                .map(one -> new Choice(one.getString("pk"), one.getString("name"))).toList();
    }

    /** The rights over an object of the kind; for a role every right there is. */
    public List<Choice> rights(String model) {
        Map<String, List<String>> filters = isRole(model) ? Map.of() : Map.of("content_type__app_label", List.of(model.substring(0, model.indexOf('.'))),
                "content_type__model", List.of(model.substring(model.indexOf('.') + 1)));
        return listings.everything(current.actor(), new ModelQuery("", filters, "", 1, ModelQuery.MAX_PAGE_SIZE)).stream()
                .map(stored -> new Choice(stored.name(), names.permission(stored, locale()))).toList();
    }

    /** Gives the chosen right: over this object to the chosen role, or on the page of a role to it. */
    public void give(String model, String pk) {
        attempt(() -> grants.assign(current.actor(), isRole(model) ? pk : role, order(right, isRole(model) ? "" : model, pk)));
    }

    /** Takes a right over this object from a role. */
    public void take(String rolePk, String name, String model, String pk) {
        attempt(() -> grants.unassign(current.actor(), rolePk, order(name, model, pk)));
    }

    /** Takes a right over all objects from a role. */
    public void takeEverywhere(String rolePk, String name) {
        attempt(() -> grants.unassign(current.actor(), rolePk, order(name, "", "")));
    }

    private static JsonObject order(String name, String model, String pk) {
        var order = Json.createObjectBuilder().add("permissions", Json.createArrayBuilder().add(name));
        return model.isEmpty() ? order.build() : order.add("model", model).add("object_pk", pk).build();
    }

    private void attempt(Runnable change) {
        problem = "";
        try {
            change.run();
        } catch (AccessDenied refused) {
            problem = refused.getMessage();
        } catch (InvalidInput wrong) {
            problem = String.join(" ", wrong.problems().byField().values().stream().flatMap(List::stream).toList());
        }
    }

    private static ModelQuery query(Map<String, List<String>> filters) {
        return new ModelQuery("", filters, "", 1, ModelQuery.MAX_PAGE_SIZE);
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    public String getRole() {
        return role;
    }

    public void setRole(String role) {
        this.role = role;
    }

    public String getRight() {
        return right;
    }

    public void setRight(String right) {
        this.right = right;
    }

    /** Why the last change was refused; empty when it was not. */
    public String getProblem() {
        return problem;
    }
}
