package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Operations beside the models: whoever manages nothing gets nothing, and no junk breaks them. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpecialOperationsIT {

    private static final String FLOW = "default-authentication-flow";
    private static final List<String> JUNK = List.of("", "[]", "null", "\"x\"", "{", "{\"user\":1e1000000000}", "{\"user\":{}}",
            "{\"user\":-1,\"context\":5}", "{\"user\":99999999999999999999}", "{\"context\":\"x\"}", "{\"invitations\":5}", "{\"invitations\":[5,null]}",
            "{\"email_addresses\":[null]}", "{\"email_addresses\":5,\"template\":[]}", "{\"name\":5,\"type\":[],\"order\":1e99}", "{\"type\":\"x\"}",
            "{\"user\":1,\"context\":" + "{\"a\":".repeat(200) + "1" + "}".repeat(200) + "}", "{\"common_name\":5,\"validity_days\":1e40}");

    private GatehouseServer server;
    private ApiClient admin;
    private ApiClient user;
    private String policy;
    private String mapping;
    private String invitation;

    @BeforeAll
    void prepare(GatehouseServer given) {
        server = given;
        admin = given.api();
        String suffix = String.valueOf(System.nanoTime());
        int id = admin.create("/core/users/", Json.createObjectBuilder().add("username", "special-" + suffix).add("name", "S").build()).getInt("pk");
        String token = admin.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "special-" + suffix).add("intent", "api")
                .add("user", id).build()).getString("identifier");
        user = new ApiClient(given.url(), admin.get("/core/tokens/" + token + "/view_key/").getString("key"));
        policy = admin.create("/policies/dummy/", Json.createObjectBuilder().add("name", "special-" + suffix).build()).getString("pk");
        mapping = admin.get("/propertymappings/all/").getJsonArray("results").getJsonObject(0).getString("pk");
        invitation = admin.create("/stages/invitation/invitations/", Json.createObjectBuilder().add("name", "special-" + suffix).build()).getString("pk");
    }

    private List<String> reading() {
        String flow = "/flows/instances/" + FLOW;
        return List.of("/policies/all/cache_info/", "/policies/reputation/scores/", "/managed/blueprints/available/", flow + "/diagram/", flow + "/export/",
                flow + "/execute/", flow + "/explain/?user=akadmin", "/flows/instances/cache_info/", "/flows/inspector/" + FLOW + "/",
                "/stages/email/templates/", "/authenticators/admin/all/", "/authenticators/admin/totp/", "/authenticators/admin/webauthn/");
    }

    /** Those that take a document. */
    private List<String> taking() {
        return List.of("/policies/all/" + policy + "/test/", "/propertymappings/all/" + mapping + "/test/", "/stages/prompt/prompts/preview/",
                "/stages/invitation/invitations/bulk/", "/stages/invitation/invitations/" + invitation + "/send_email/",
                "/crypto/certificatekeypairs/generate/");
    }

    @Test
    void whoManagesNothingGetsNothing() {
        List<String> posting = new ArrayList<>(taking());
        posting.addAll(List.of("/policies/all/cache_clear/", "/flows/instances/cache_clear/", "/managed/blueprints/00000000-0000-4000-8000-000000000000/apply/",
                "/authenticators/admin/totp/"));
        for (String path : reading()) {
            assertThat(user.send("GET", path, "").statusCode()).as(path).isEqualTo(403);
            assertThat(server.browser().get("/api/v3" + path).statusCode()).as(path).isEqualTo(403);
        }
        for (String path : posting) {
            assertThat(user.send("POST", path, "{\"user\":1,\"name\":\"x\"}").statusCode()).as(path).isEqualTo(403);
            assertThat(server.browser().postJson("/api/v3" + path, "{}").statusCode()).as(path).isEqualTo(403);
        }
    }

    @Test
    void noJunkBreaksThem() {
        for (String path : taking()) {
            for (String body : JUNK) {
                HttpResponse<String> answer = admin.send("POST", path, body);
                assertThat(answer.statusCode()).as(path + " " + body + " " + answer.body()).isLessThan(500);
                assertThat(answer.body()).doesNotContain("Exception").doesNotContain("at org.");
            }
        }
        for (String body : JUNK) {
            assertThat(admin.send("POST", "/core/users/account_lockdown/", body).statusCode()).as(body).isLessThan(500);
        }
    }

    @Test
    void noOtherKindOfBodyOrKeyBreaksThem() {
        HttpBrowser browser = server.browser();
        for (String path : taking()) {
            HttpResponse<String> form = browser.send(browser.request("/api/v3" + path).POST(BodyPublishers.ofString("user=1"))
                    .header("Authorization", "Bearer " + GatehouseServer.TOKEN).header("Content-Type", "application/x-www-form-urlencoded"));
            assertThat(form.statusCode()).as(path).isEqualTo(415);
        }
        for (String key : List.of("x", "%00", "-1", "99999999999999999999", "..%2f..")) {
            for (String path : List.of("/policies/all/" + key + "/test/", "/propertymappings/all/" + key + "/test/", "/managed/blueprints/" + key + "/apply/",
                    "/stages/invitation/invitations/" + key + "/send_email/")) {
                HttpResponse<String> answer = admin.send("POST", path, "{\"user\":1,\"email_addresses\":[\"a@example.org\"]}");
                assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(400, 499);
            }
        }
    }
}
