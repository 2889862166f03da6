package org.gatehouse.rbac;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.model.rbac.Role;
import org.gatehouse.model.rbac.RoleRepository;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.WireObject;

/** Roles as administrators manage them: a name. What they may is given by {@link RoleGrants}. */
@ApplicationScoped
public class RoleModel extends EntityModel<Role, RoleModel.Document> {

    static final String NAME = "authentik_rbac.role";

    /** The writable fields. */
    public record Document(@NotBlank @Size(max = 150) String name, @Size(max = 255) String managed) {
    }

    @Inject
    private RoleRepository roles;

    @Inject
    private GrantLimits limits;

    public RoleModel() {
        super(Document.class, RoleRepository.COLUMNS);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String path() {
        return "rbac/roles";
    }

    @Override
    protected RoleRepository repository() {
        return roles;
    }

    @Override
    protected Optional<Role> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(roles::find);
    }

    @Override
    protected String keyOf(Role role) {
        return role.getId().toString();
    }

    @Override
    protected Document documentOf(Role role) {
        return new Document(role.getName(), role.getManaged());
    }

    /** With {@code inherited} the filters {@code users} and {@code groups} count what comes from groups and their ancestors, too. */
    @Override
    public ModelPage list(Actor actor, ModelQuery query) {
        boolean inherited = query.filter("inherited").filter(value -> value.equalsIgnoreCase("true") || value.equals("1")).isPresent();
        if (!inherited) {
            return super.list(actor, query);
        }
        Map<String, List<String>> filters = new HashMap<>(query.filters());
        for (String field : Set.of("users", "groups")) {
            Optional.ofNullable(filters.remove(field)).ifPresent(values -> filters.put("inherited_" + field, values));
        }
        return super.list(actor, new ModelQuery(query.search(), filters, query.ordering(), query.page(), query.pageSize(), query.visible()));
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<Role> page) {
        return page.stream().map(RoleModel::form).toList();
    }

    /** How roles look wherever they are shown. */
    public static JsonObject form(Role role) {
        return WireObject.empty().put("pk", role.getId()).put("name", role.getName()).build();
    }

    @Override
    protected Role store(Actor actor, Optional<Role> existing, Document document, FieldProblems problems) {
        String name = document.name().strip();
        roles.findByName(name).filter(other -> existing.filter(role -> role.getId().equals(other.getId())).isEmpty())
                .ifPresent(other -> problems.add("name", "A role with this name exists already."));
        problems.refuseIfAny();
        Role role = existing.orElseGet(RoleModel::newRole);
        role.setName(name);
        role.setManaged(document.managed());
        return existing.isPresent() ? role : roles.add(role);
    }

    private static Role newRole() {
        Role role = new Role();
        role.setId(UUID.randomUUID());
        return role;
    }

    /** Taking a powerful role away disarms its holders, so that is for those who could give it. */
    @Override
    protected void beforeDelete(Actor actor, Role role) {
        limits.requireRoles(actor, Set.of(role.getId()));
    }
}
