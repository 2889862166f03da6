package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Roles from outside: what they open, for all objects or for one, and that nobody gets more than they have. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DelegationIT {

    private GatehouseServer server;
    private ApiClient admin;
    private String suffix;

    /** Somebody with a role. */
    private record Delegate(int id, String role, ApiClient api) {
    }

    @BeforeAll
    void begin(GatehouseServer running) {
        server = running;
        admin = server.api();
        suffix = Long.toString(System.nanoTime(), 36);
    }

    private Delegate delegate(String name) {
        int id = user(name);
        String role = admin.create("/rbac/roles/", Json.createObjectBuilder().add("name", name + "-" + suffix).build()).getString("pk");
        assertThat(admin.send("POST", "/rbac/roles/" + role + "/add_user/", "{\"pk\":" + id + "}").statusCode()).isEqualTo(204);
        admin.create("/core/tokens/", Json.createObjectBuilder().add("identifier", name + "-" + suffix).add("intent", "api").add("user", id).build());
        return new Delegate(id, role, new ApiClient(server.url(), admin.get("/core/tokens/" + name + "-" + suffix + "/view_key/").getString("key")));
    }

    private int user(String name) {
        return admin.create("/core/users/", Json.createObjectBuilder().add("username", name + "-" + suffix).add("name", name).build()).getInt("pk");
    }

    private JsonObject group(String name, JsonObjectBuilder more) {
        return admin.create("/core/groups/", more.add("name", name + "-" + suffix).build());
    }

    private int assign(ApiClient who, String role, String model, String objectPk, String... names) {
        JsonArrayBuilder rights = Json.createArrayBuilder();
        List.of(names).forEach(rights::add);
        JsonObjectBuilder body = Json.createObjectBuilder().add("permissions", rights);
        if (objectPk != null) {
            body.add("model", model).add("object_pk", objectPk);
        }
        return who.send("POST", "/rbac/permissions/assigned_by_roles/" + role + "/assign/", body.build().toString()).statusCode();
    }

    @Test
    void aRightForOneObjectOpensThisObjectAndNoOther() {
        Delegate helper = delegate("one");
        String mine = group("mine", Json.createObjectBuilder()).getString("pk");
        String other = group("other", Json.createObjectBuilder()).getString("pk");
        assertThat(helper.api().send("GET", "/core/groups/", "").statusCode()).isEqualTo(403);
        assertThat(assign(admin, helper.role(), "authentik_core.group", mine, "authentik_core.view_group")).isEqualTo(200);

        JsonObject list = helper.api().get("/core/groups/");
        assertThat(list.getJsonArray("results")).extracting(row -> row.asJsonObject().getString("pk")).containsExactly(mine);
        assertThat(list.getJsonObject("pagination").getInt("count")).isEqualTo(1);
        assertThat(helper.api().get("/core/groups/?search=other-" + suffix).getJsonArray("results")).isEmpty();
        assertThat(helper.api().send("GET", "/core/groups/" + other + "/", "").statusCode()).isEqualTo(404);
        assertThat(helper.api().send("PATCH", "/core/groups/" + other + "/", "{\"name\":\"x\"}").statusCode()).isEqualTo(404);
        assertThat(helper.api().send("PATCH", "/core/groups/" + mine + "/", "{\"name\":\"x\"}").statusCode()).isEqualTo(403);
        assertThat(helper.api().send("DELETE", "/core/groups/" + mine + "/", "").statusCode()).isEqualTo(403);

        assertThat(assign(admin, helper.role(), "authentik_core.group", mine, "authentik_core.change_group")).isEqualTo(200);
        helper.api().patch("/core/groups/" + mine + "/", Json.createObjectBuilder().add("name", "renamed-" + suffix).build());
        assertThat(admin.send("DELETE", "/core/groups/" + mine + "/", "").statusCode()).isEqualTo(204);
        assertThat(admin.get("/rbac/permissions/roles/?uuid=" + helper.role()).getJsonArray("results")).isEmpty();
    }

    @Test
    void objectsOfAFamilyAreListedByTheRightsOverTheirTypes() {
        Delegate helper = delegate("family");
        JsonObject flow = admin.get("/flows/instances/default-authentication-flow/");
        String deny = admin.create("/stages/deny/", Json.createObjectBuilder().add("name", "deny-" + suffix).build()).getString("pk");
        assertThat(helper.api().send("GET", "/stages/all/", "").statusCode()).isEqualTo(403);
        assertThat(assign(admin, helper.role(), "authentik_stages_deny.denystage", deny, "authentik_stages_deny.view_denystage")).isEqualTo(200);
        assertThat(assign(admin, helper.role(), "authentik_flows.flow", flow.getString("pk"), "authentik_flows.view_flow")).isEqualTo(200);
        assertThat(helper.api().get("/stages/all/").getJsonArray("results")).extracting(row -> row.asJsonObject().getString("pk")).containsExactly(deny);
        assertThat(helper.api().get("/stages/deny/" + deny + "/").getString("name")).isEqualTo("deny-" + suffix);
        assertThat(helper.api().get("/flows/instances/default-authentication-flow/").getString("pk")).isEqualTo(flow.getString("pk"));
        assertThat(helper.api().send("GET", "/flows/instances/default-invalidation-flow/", "").statusCode()).isEqualTo(404);
        assertThat(assign(admin, helper.role(), null, null, "authentik_stages_password.view_passwordstage")).isEqualTo(200);
        assertThat(helper.api().get("/stages/all/").getJsonArray("results").size()).isGreaterThan(1);
        String pk = admin.get("/stages/user_login/").getJsonArray("results").getJsonObject(0).getString("pk");
        assertThat(helper.api().send("GET", "/stages/all/" + pk + "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void whoeverCreatesAnObjectGoesOnWorkingWithIt() {
        Delegate helper = delegate("creator");
        int view = permission("view_group");
        admin.create("/rbac/initial_permissions/", Json.createObjectBuilder().add("name", "initial-" + suffix).add("role", helper.role())
                .add("permissions", Json.createArrayBuilder().add(permission("add_user_to_group"))).build());
        assertThat(view).isPositive();
        assertThat(assign(admin, helper.role(), null, null, "authentik_core.add_group")).isEqualTo(200);
        String made = helper.api().create("/core/groups/", Json.createObjectBuilder().add("name", "made-" + suffix).build()).getString("pk");
        helper.api().patch("/core/groups/" + made + "/", Json.createObjectBuilder().add("name", "made again-" + suffix).build());
        assertThat(helper.api().get("/core/groups/").getJsonArray("results")).hasSize(1);
        assertThat(admin.get("/rbac/permissions/roles/?uuid=" + helper.role()).toString()).contains("add_user_to_group", made);
        assertThat(helper.api().send("DELETE", "/core/groups/" + made + "/", "").statusCode()).isEqualTo(204);
    }

    private int permission(String codename) {
        return admin.get("/rbac/permissions/?codename=" + codename).getJsonArray("results").getJsonObject(0).getInt("id");
    }

    @Test
    void nobodyGivesMoreThanTheyHave() {
        Delegate helper = delegate("giver");
        String strong = admin.create("/rbac/roles/", Json.createObjectBuilder().add("name", "strong-" + suffix).build()).getString("pk");
        assertThat(assign(admin, strong, null, null, "authentik_core.delete_user")).isEqualTo(200);
        assertThat(assign(admin, helper.role(), null, null, "authentik_rbac.assign_role_permissions", "authentik_rbac.view_role",
                "authentik_rbac.change_role", "authentik_core.view_user", "authentik_core.change_user", "authentik_core.view_group",
                "authentik_core.change_group", "authentik_core.add_group", "authentik_core.add_user_to_group",
                "authentik_core.reset_user_password", "authentik_core.add_token", "authentik_core.view_token")).isEqualTo(200);

        assertThat(assign(helper.api(), helper.role(), null, null, "authentik_core.delete_user")).isEqualTo(403);
        assertThat(assign(helper.api(), helper.role(), null, null, "authentik_core.view_user")).isEqualTo(200);
        assertThat(helper.api().send("POST", "/rbac/roles/" + strong + "/add_user/", "{\"pk\":" + helper.id() + "}").statusCode()).isEqualTo(403);
        assertThat(helper.api().send("PATCH", "/core/users/" + helper.id() + "/", "{\"roles\":[\"" + strong + "\"]}").statusCode()).isEqualTo(403);
        refuseGroups(helper, strong);
        refuseAccounts(helper);
    }

    private void refuseGroups(Delegate helper, String strong) {
        String superusers = group("superusers", Json.createObjectBuilder().add("is_superuser", true)).getString("pk");
        String child = group("child", Json.createObjectBuilder().add("parents", Json.createArrayBuilder().add(superusers))).getString("pk");
        String plain = group("plain", Json.createObjectBuilder()).getString("pk");
        String me = "{\"pk\":" + helper.id() + "}";
        for (String powerful : List.of(superusers, child)) {
            assertThat(helper.api().send("POST", "/core/groups/" + powerful + "/add_user/", me).statusCode()).isEqualTo(403);
            assertThat(helper.api().send("PATCH", "/core/groups/" + powerful + "/", "{\"users\":[" + helper.id() + "]}").statusCode()).isEqualTo(403);
            assertThat(helper.api().send("PATCH", "/core/users/" + helper.id() + "/", "{\"groups\":[\"" + powerful + "\"]}").statusCode()).isEqualTo(403);
            assertThat(helper.api().send("PATCH", "/core/groups/" + plain + "/", "{\"parents\":[\"" + powerful + "\"]}").statusCode()).isEqualTo(403);
        }
        assertThat(helper.api().send("PATCH", "/core/groups/" + plain + "/", "{\"roles\":[\"" + strong + "\"]}").statusCode()).isEqualTo(403);
        assertThat(helper.api().send("PATCH", "/core/groups/" + plain + "/", "{\"is_superuser\":true}").statusCode()).isEqualTo(400);
        assertThat(helper.api().send("POST", "/core/groups/", "{\"name\":\"root-" + suffix + "\",\"is_superuser\":true}").statusCode()).isEqualTo(400);
        assertThat(helper.api().send("POST", "/core/groups/" + plain + "/add_user/", me).statusCode()).isEqualTo(204);
        assertThat(admin.get("/core/users/" + helper.id() + "/").getBoolean("is_superuser")).isFalse();
    }

    private void refuseAccounts(Delegate helper) {
        int plain = user("plain-user");
        int root = admin.get("/core/users/?username=akadmin").getJsonArray("results").getJsonObject(0).getInt("pk");
        String password = "{\"password\":\"a very long pass phrase\"}";
        assertThat(helper.api().send("POST", "/core/users/" + root + "/set_password/", password).statusCode()).isEqualTo(403);
        assertThat(helper.api().send("POST", "/core/users/" + plain + "/set_password/", password).statusCode()).isEqualTo(204);
        assertThat(helper.api().send("PATCH", "/core/users/" + root + "/", "{\"email\":\"evil@example.com\"}").statusCode()).isEqualTo(403);
        assertThat(helper.api().send("PATCH", "/core/users/" + plain + "/", "{\"email\":\"good@example.com\"}").statusCode()).isEqualTo(200);
        String token = "{\"identifier\":\"stolen-" + suffix + "\",\"intent\":\"api\",\"user\":" + root + "}";
        assertThat(helper.api().send("POST", "/core/tokens/", token).statusCode()).isEqualTo(403);
    }

    @Test
    void rolesOfAncestorsAreInherited() {
        Delegate heir = delegate("heir");
        String role = admin.create("/rbac/roles/", Json.createObjectBuilder().add("name", "inherited-" + suffix).build()).getString("pk");
        assertThat(assign(admin, role, null, null, "authentik_brands.view_brand")).isEqualTo(200);
        String parent = group("parent", Json.createObjectBuilder().add("roles", Json.createArrayBuilder().add(role))).getString("pk");
        assertThat(heir.api().send("GET", "/core/brands/", "").statusCode()).isEqualTo(403);
        group("heirs", Json.createObjectBuilder().add("parents", Json.createArrayBuilder().add(parent))
                .add("users", Json.createArrayBuilder().add(heir.id())));
        assertThat(heir.api().get("/core/brands/").getJsonArray("results")).isNotEmpty();
        assertThat(admin.get("/rbac/roles/?inherited=true&users=" + heir.id()).getJsonArray("results"))
                .extracting(row -> row.asJsonObject().getString("pk")).contains(role, heir.role());
        assertThat(admin.get("/rbac/roles/?users=" + heir.id()).getJsonArray("results"))
                .extracting(row -> row.asJsonObject().getString("pk")).containsExactly(heir.role());
    }

    @Test
    void evaluatingExpressionsTakesMoreThanSeeingThem() {
        Delegate viewer = delegate("viewer");
        assertThat(assign(admin, viewer.role(), null, null, "authentik_policies_expression.view_expressionpolicy", "authentik_core.view_user")).isEqualTo(200);
        String policy = admin.create("/policies/expression/", Json.createObjectBuilder().add("name", "expr-" + suffix)
                .add("expression", "true").build()).getString("pk");
        String body = "{\"user\":" + viewer.id() + ",\"context\":{}}";
        assertThat(viewer.api().get("/policies/expression/" + policy + "/").getString("expression")).isEqualTo("true");
        assertThat(viewer.api().send("POST", "/policies/all/" + policy + "/test/", body).statusCode()).isEqualTo(403);
        assertThat(assign(admin, viewer.role(), "authentik_policies_expression.expressionpolicy", policy,
                "authentik_policies_expression.change_expressionpolicy")).isEqualTo(200);
        assertThat(viewer.api().send("POST", "/policies/all/" + policy + "/test/", body).statusCode()).isEqualTo(200);
    }
}
