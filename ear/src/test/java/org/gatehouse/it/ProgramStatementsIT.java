package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.gatehouse.launcher.WildFlyNode;
import org.gatehouse.launcher.WildFlyProfile;
import org.junit.jupiter.api.Test;

/** What a program's token costs the database: at most three statements, once the node is warm. */
class ProgramStatementsIT {

    private static final int MOST = 3;
    private static final String SECRET = "the secret of a program";

    @Test
    void noGrantOfAProgramRunsMoreThanThreeStatements() {
        try (CountedStatements postgres = CountedStatements.start("postgres-program-statements");
                WildFlyNode node = GatehouseServer.node("program-statements", WildFlyProfile.STANDALONE, 1100, postgres.database())) {
            node.deploy(GatehouseServer.ear()).start().awaitReady(Duration.ofMinutes(3));
            ApiClient api = new ApiClient(node.url(), GatehouseServer.TOKEN);
            CountedStatements.withoutRules(api);
            int provider = api.oauthApplication("counted", SECRET, List.of(), "default-provider-authorization-implicit-consent").getInt("pk");
            api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                    .add("grant_types", Json.createArrayBuilder().add("client_credentials").add("password")).build());
            JsonObject robot = HttpBrowser.json(api.send("POST", "/core/users/service_account/", "{\"name\":\"counted-robot\"}"));
            Map<String, Map<String, String>> forms = new LinkedHashMap<>();
            forms.put("client secret", Map.of("grant_type", "client_credentials"));
            forms.put("app password", Map.of("grant_type", "password", "username", robot.getString("username"), "password", robot.getString("token")));

            SoftAssertions each = new SoftAssertions();
            forms.forEach((what, form) -> {
                token(node, form);
                each.assertThat(postgres.during(() -> token(node, form))).as(what).hasSizeLessThanOrEqualTo(MOST);
            });
            Map<String, String> openid = new LinkedHashMap<>(forms.get("app password"));
            openid.put("scope", "openid profile email");
            String accessToken = HttpBrowser.json(token(node, openid)).getString("access_token");
            userinfo(node, accessToken);
            each.assertThat(postgres.during(() -> userinfo(node, accessToken))).as("userinfo").hasSize(1);
            introspect(node, accessToken);
            each.assertThat(postgres.during(() -> introspect(node, accessToken))).as("introspection").hasSize(1);
            guard(api);
            introspect(node, accessToken);
            each.assertThat(postgres.during(() -> introspect(node, accessToken))).as("introspection of a guarded application")
                    .hasSizeLessThanOrEqualTo(MOST);
            each.assertAll();
        }
    }

    /** Only members of a group may enter the application: the robot is one. */
    private static void guard(ApiClient api) {
        JsonObject robot = api.get("/core/users/?username=counted-robot").getJsonArray("results").getJsonObject(0);
        String group = api.create("/core/groups/", Json.createObjectBuilder().add("name", "counted-members")
                .add("users", Json.createArrayBuilder().add(robot.getInt("pk"))).build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/counted/").getString("pk"))
                .add("group", group).add("order", 0).build());
    }

    private static void introspect(WildFlyNode node, String accessToken) {
        HttpResponse<String> response = new HttpBrowser(node.url()).postForm("/application/o/introspect/",
                Map.of("client_id", "counted", "client_secret", SECRET, "token", accessToken));
        assertThat(HttpBrowser.json(response).getBoolean("active")).isTrue();
    }

    private static void userinfo(WildFlyNode node, String accessToken) {
        HttpBrowser browser = new HttpBrowser(node.url());
        assertThat(browser.send(browser.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + accessToken)).statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> token(WildFlyNode node, Map<String, String> grant) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("client_id", "counted", "client_secret", SECRET, "scope", "profile email"));
        form.putAll(grant);
        HttpResponse<String> response = new HttpBrowser(node.url()).postForm("/application/o/token/", form);
        assertThat(response.statusCode()).isEqualTo(200);
        return response;
    }
}
