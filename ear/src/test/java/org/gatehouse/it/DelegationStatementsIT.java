package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.time.Duration;
import java.util.List;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.Test;

/** What it costs that somebody may see some objects and not others. */
class DelegationStatementsIT {

    private static final int MOST_MORE = 2;

    @Test
    void aDelegatesListRunsAtMostTwoStatementsMoreThanASuperusers() {
        try (CountedStatements postgres = CountedStatements.start("postgres-delegation-statements");
                WildFlyNode node = GatehouseServer.node("delegation-statements", WildFlyProfile.STANDALONE, 1100, postgres.database())) {
            node.deploy(GatehouseServer.ear()).start().awaitReady(Duration.ofMinutes(3));
            ApiClient admin = new ApiClient(node.url(), GatehouseServer.TOKEN);
            CountedStatements.withoutRules(admin);
            ApiClient delegate = delegate(node, admin);
            for (String list : List.of("/core/groups/?page_size=20", "/core/users/?page_size=20", "/stages/all/?page_size=20")) {
                admin.get(list);
                delegate.get(list);
                int all = postgres.during(() -> admin.get(list)).size();
                List<String> some = postgres.during(() -> delegate.get(list));
                assertThat(some).as(list).hasSizeLessThanOrEqualTo(all + MOST_MORE);
            }
        }
    }

    private static ApiClient delegate(WildFlyNode node, ApiClient admin) {
        int id = admin.create("/core/users/", Json.createObjectBuilder().add("username", "delegate").add("name", "D").build()).getInt("pk");
        String role = admin.create("/rbac/roles/", Json.createObjectBuilder().add("name", "delegate").build()).getString("pk");
        admin.send("POST", "/rbac/roles/" + role + "/add_user/", "{\"pk\":" + id + "}");
        grant(admin, role, "authentik_core.group", "view_group", admin.create("/core/groups/", Json.createObjectBuilder().add("name", "one").build()).getString("pk"));
        grant(admin, role, "authentik_core.user", "view_user", Integer.toString(id));
        grant(admin, role, "authentik_stages_password.passwordstage", "view_passwordstage",
                admin.get("/stages/password/").getJsonArray("results").getJsonObject(0).getString("pk"));
        admin.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "delegate").add("intent", "api").add("user", id).build());
        return new ApiClient(node.url(), admin.get("/core/tokens/delegate/view_key/").getString("key"));
    }

    private static void grant(ApiClient admin, String role, String model, String codename, String pk) {
        String body = Json.createObjectBuilder().add("permissions", Json.createArrayBuilder().add(model.substring(0, model.indexOf('.') + 1) + codename))
                .add("model", model).add("object_pk", pk).build().toString();
        assertThat(admin.send("POST", "/rbac/permissions/assigned_by_roles/" + role + "/assign/", body).statusCode()).isEqualTo(200);
    }
}
