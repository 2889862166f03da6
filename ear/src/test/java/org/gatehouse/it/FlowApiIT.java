package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The operations on flows beside managing them. */
@ExtendWith(GatehouseServer.class)
class FlowApiIT {

    private static final String FLOW = "default-authentication-flow";

    @Test
    void drawsAFlow(GatehouseServer server) {
        assertThat(server.api().get("/flows/instances/" + FLOW + "/diagram/").getString("diagram")).startsWith("graph TD")
                .contains("default-authentication-identification", "default-authentication-flow-password-stage", "-- no -->", "End of the flow");
    }

    @Test
    void exportsAFlowWithEverythingThatBelongsToIt(GatehouseServer server) {
        HttpResponse<String> export = server.api().send("GET", "/flows/instances/" + FLOW + "/export/", "");

        assertThat(export.statusCode()).as(export.body()).isEqualTo(200);
        assertThat(export.headers().firstValue("content-disposition")).hasValueSatisfying(value -> assertThat(value).contains(FLOW + ".yaml"));
        assertThat(export.body()).contains("version: 1", "model: authentik_flows.flow", "slug: \"" + FLOW + "\"",
                "model: authentik_stages_password.passwordstage", "model: authentik_policies_expression.expressionpolicy",
                "model: authentik_policies.policybinding", "target: !KeyOf").doesNotContain(server.api().flowId(FLOW));
    }

    @Test
    void tellsWhereAFlowRuns(GatehouseServer server) {
        assertThat(server.api().get("/flows/instances/" + FLOW + "/execute/").getString("link")).contains("/if/flow/" + FLOW + "/");
        assertThat(server.api().send("GET", "/flows/instances/no-such-flow/execute/", "").statusCode()).isEqualTo(404);
    }

    @Test
    void forgetsWhatItKeeps(GatehouseServer server) {
        server.browser().challenge(FLOW);
        assertThat(server.api().get("/flows/instances/cache_info/").getInt("count")).isPositive();
        assertThat(server.api().send("POST", "/flows/instances/cache_clear/", "").statusCode()).isEqualTo(204);
    }

    @Test
    void aChangeOfAFlowIsSeenAtOnce(GatehouseServer server) {
        server.browser().challenge(FLOW);
        String before = server.api().get("/flows/instances/" + FLOW + "/").getString("title");

        server.api().patch("/flows/instances/" + FLOW + "/", Json.createObjectBuilder().add("title", "Changed a moment ago").build());

        assertThat(server.browser().challenge(FLOW).getJsonObject("flow_info").getString("title")).isEqualTo("Changed a moment ago");
        server.api().patch("/flows/instances/" + FLOW + "/", Json.createObjectBuilder().add("title", before).build());
    }

    @Test
    void showsWhereABrowserIsAndWhatPoliciesHaveDecided(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        browser.challenge(FLOW);
        browser.answer(FLOW, Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", "akadmin").build());

        JsonObject inspection = inspect(browser, GatehouseServer.TOKEN);

        JsonObject plan = inspection.getJsonObject("current_plan");
        assertThat(inspection.getBoolean("is_completed")).isFalse();
        assertThat(inspection.getJsonArray("plans")).hasSize(1);
        assertThat(plan.getJsonObject("current_stage").getJsonObject("stage_obj").getString("name")).isEqualTo("default-authentication-password");
        assertThat(plan.getJsonObject("next_planned_stage").getJsonObject("stage_obj").getString("name")).isEqualTo("default-authentication-mfa-validation");
        assertThat(plan.getJsonObject("plan_context").getString("pending_user_identifier")).isEqualTo("akadmin");
        assertThat(plan.getJsonObject("plan_context").getJsonArray("policy_decisions").toString()).contains("default-authentication-flow-password-stage");

        browser.answer(FLOW, Json.createObjectBuilder().add("component", "ak-stage-password").add("password", GatehouseServer.PASSWORD).build());
        assertThat(inspect(browser, GatehouseServer.TOKEN).getBoolean("is_completed")).isTrue();
    }

    @Test
    void showsNobodyElseAnything(GatehouseServer server) {
        for (String path : List.of("/flows/inspector/" + FLOW + "/", "/flows/instances/" + FLOW + "/diagram/", "/flows/instances/" + FLOW + "/export/",
                "/flows/instances/" + FLOW + "/execute/", "/flows/instances/" + FLOW + "/explain/?user=akadmin", "/flows/instances/cache_info/",
                "/stages/all/user_settings/")) {
            assertThat(server.browser().get("/api/v3" + path).statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void explainsWhatPoliciesSayAboutAUser(GatehouseServer server) {
        JsonObject explanation = server.api().get("/flows/instances/" + FLOW + "/explain/?user=akadmin");

        assertThat(explanation.getString("user")).isEqualTo("akadmin");
        assertThat(explanation.getJsonObject("flow").getBoolean("passing")).isTrue();
        assertThat(explanation.getJsonArray("stages").toString()).contains("default-authentication-flow-password-stage");
        assertThat(server.api().send("GET", "/flows/instances/" + FLOW + "/explain/?user=nobody-at-all", "").statusCode()).isEqualTo(400);
    }

    @Test
    void offersNothingToSetUpWhereNoStageNamesAFlowForIt(GatehouseServer server) {
        HttpResponse<String> settings = server.api().send("GET", "/stages/all/user_settings/", "");
        assertThat(settings.statusCode()).isEqualTo(200);
        assertThat(settings.body()).startsWith("[");
    }

    private static JsonObject inspect(HttpBrowser browser, String token) {
        HttpResponse<String> answer = browser.send(browser.request("/api/v3/flows/inspector/" + FLOW + "/").method("GET", BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpBrowser.json(answer);
    }
}
