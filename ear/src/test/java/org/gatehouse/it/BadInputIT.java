package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever is sent, the answer is a clear refusal: never a 500, never a stack trace. */
@ExtendWith(GatehouseServer.class)
class BadInputIT {

    private static final String EXECUTOR = "/api/v3/flows/executor/default-authentication-flow/";
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*name=\"(execution|step|component)\"[^>]*value=\"([^\"]*)\"");

    @Test
    void anUnknownFlowIsNotFound(GatehouseServer server) {
        assertThat(server.browser().get("/api/v3/flows/executor/no-such-flow/").statusCode()).isEqualTo(404);
        HttpResponse<String> page = server.browser().get("/if/flow/no-such-flow/");
        assertThat(page.statusCode()).isEqualTo(404);
        assertNothingLeaks(page);
    }

    @Test
    void malformedJsonIsRefused(GatehouseServer server) {
        for (String body : List.of("", "{", "[]", "null", "\"x\"", "{\"a\":1,\"a\":2}", "{\"component\":1e1000000000}",
                "[".repeat(20_000), "{\"a\":".repeat(20_000), "{\"component\":\"\u0000\"}")) {
            HttpResponse<String> response = server.browser().postJson(EXECUTOR, body);
            assertThat(response.statusCode()).as(body.substring(0, Math.min(40, body.length()))).isIn(200, 400, 413);
            assertNothingLeaks(response);
        }
    }

    @Test
    void parametersInABrokenEncodingAreRefused(GatehouseServer server) {
        for (String broken : List.of("%", "%4", "%zz", "%ff", "%c3%28", "%ed%a0%80")) {
            for (String path : List.of("/application/o/authorize/?client_id=", "/.well-known/webfinger?resource=", "/application/o/userinfo/?x=",
                    "/device?code=", "/application/o/end-session/?state=", "/login/oauth/authorize?client_id=")) {
                assertBadRequest(path + broken, ProxyConnection.raw(server.url(), "GET", path + broken, ""));
            }
            for (String path : List.of("token", "par", "introspect", "revoke", "device", "userinfo", "authorize")) {
                assertBadRequest(path + " " + broken, ProxyConnection.raw(server.url(), "POST", "/application/o/" + path + "/", "client_id=" + broken
                        + "&access_token=" + broken + "&client_secret=x&grant_type=client_credentials&token=x"));
            }
        }
    }

    private static void assertBadRequest(String what, ProxyConnection.Answer answer) {
        assertThat(answer.status()).as(what + " " + answer.body()).isBetween(400, 401);
        assertThat(answer.body()).as(what).doesNotContain("Exception", "\tat ");
    }

    @Test
    void anOversizedBodyIsRefused(GatehouseServer server) {
        String big = "{\"component\":\"ak-stage-identification\",\"uid_field\":\"" + "a".repeat(300_000) + "\"}";
        assertThat(server.browser().postJson(EXECUTOR, big).statusCode()).isEqualTo(413);
    }

    @Test
    void aWrongContentTypeIsRefused(GatehouseServer server) {
        assertThat(server.browser().postForm(EXECUTOR, Map.of("uid_field", "akadmin")).statusCode()).isEqualTo(415);
    }

    @Test
    void aPostFromAnotherOriginIsRefused(GatehouseServer server) {
        for (String origin : List.of("https://evil.example", "null")) {
            HttpBrowser browser = server.browser();
            HttpResponse<String> response = browser.send(browser.request(EXECUTOR)
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"component\":\"ak-stage-identification\",\"uid_field\":\"akadmin\"}"))
                    .header("Content-Type", "application/json").header("Origin", origin));
            assertThat(response.statusCode()).as(origin).isEqualTo(403);
        }
    }

    @Test
    void aReplayedFormShowsTheCurrentStepAgain(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        Map<String, String> first = form(browser.get("/if/flow/default-authentication-flow/"));
        first.put("uid_field", "akadmin");
        HttpResponse<String> submitted = browser.postForm("/if/flow/default-authentication-flow/", first);
        assertThat(submitted.statusCode()).isEqualTo(303);

        HttpResponse<String> replayed = browser.postForm("/if/flow/default-authentication-flow/", first);

        HttpResponse<String> page = browser.get(replayed.headers().firstValue("location").orElseThrow());
        assertThat(page.body()).contains("name=\"password\"");
        assertThat(browser.cookie("gatehouse_session")).isNull();
    }

    @Test
    void aTamperedExecutionStartsAfreshAndLeavesAnEvent(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        Map<String, String> form = form(browser.get("/if/flow/default-authentication-flow/"));
        form.put("execution", "A".repeat(43));
        form.put("uid_field", "akadmin");

        HttpResponse<String> response = browser.postForm("/if/flow/default-authentication-flow/", form);

        assertThat(response.statusCode()).isIn(303, 400);
        assertThat(server.api().get("/events/events/?action=suspicious_request").getJsonObject("pagination").getInt("count")).isPositive();
    }

    @Test
    void anotherBrowsersExecutionIsWorthNothing(GatehouseServer server) {
        HttpBrowser victim = server.browser();
        Map<String, String> form = form(victim.get("/if/flow/default-authentication-flow/"));
        form.put("uid_field", "akadmin");
        victim.postForm("/if/flow/default-authentication-flow/", form);

        HttpResponse<String> page = server.browser().get("/if/flow/default-authentication-flow/?execution=" + form.get("execution"));

        assertThat(page.body()).doesNotContain("name=\"password\"");
    }

    @Test
    void nextLeadsNowhereElse(GatehouseServer server) {
        for (String next : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)", "/%09/evil.example")) {
            HttpBrowser browser = server.browser();
            String flow = "default-authentication-flow";
            String query = "?query=" + HttpBrowser.encode("next=" + HttpBrowser.encode(next));
            browser.get("/api/v3/flows/executor/" + flow + "/" + query);
            browser.postJson("/api/v3/flows/executor/" + flow + "/" + query, "{\"component\":\"ak-stage-identification\",\"uid_field\":\"akadmin\"}");
            String to = HttpBrowser.json(browser.postJson("/api/v3/flows/executor/" + flow + "/" + query, Json.createObjectBuilder()
                    .add("component", "ak-stage-password").add("password", GatehouseServer.PASSWORD).build().toString())).getString("to");
            assertThat(to).as(next).startsWith("/").doesNotStartWith("//").doesNotContain("\\");
        }
    }

    @Test
    void strangeSessionCookiesAreNobody(GatehouseServer server) {
        for (String cookie : List.of("x", "A".repeat(43), "A".repeat(2000), "%00", "{}", "../../etc")) {
            HttpBrowser browser = server.browser();
            browser.plant("gatehouse_session", cookie);
            assertThat(browser.get("/api/v3/core/users/me/").statusCode()).as(cookie).isEqualTo(403);
            assertThat(browser.get("/if/user/").statusCode()).as(cookie).isIn(302, 303);
        }
    }

    @Test
    void junkHeadersAreNoServerError(GatehouseServer server) {
        HttpBrowser browser = server.browser();
        for (String junk : List.of("junk", "1.2.3.4, , ;;", "::ffff:1.2.3.4:99", "\"[::1", "a".repeat(3000))) {
            HttpResponse<String> response = browser.send(browser.request(EXECUTOR).GET().header("X-Forwarded-For", junk)
                    .header("X-Forwarded-Proto", junk).header("X-Forwarded-Host", junk).header("X-Request-Id", junk));
            assertThat(response.statusCode()).as(junk).isEqualTo(200);
        }
    }

    @Test
    void theApiSaysWhatIsWrong(GatehouseServer server) {
        ApiClient api = server.api();
        assertThat(api.send("POST", "/flows/instances/", "{}").statusCode()).isEqualTo(400);
        assertThat(api.send("POST", "/flows/instances/", "{}").body()).contains("slug", "designation");
        assertThat(api.send("POST", "/policies/expression/", "{\"name\":\"x\",\"expression\":\"1 +\"}").body()).contains("expression");
        assertThat(api.send("POST", "/stages/deny/", "{\"name\":\"x\",\"colour\":\"red\"}").body()).contains("colour");
        assertThat(api.send("GET", "/stages/deny/not-a-uuid/", "").statusCode()).isEqualTo(404);
        assertThat(api.send("GET", "/core/users/999999999/", "").statusCode()).isEqualTo(404);
        assertThat(api.send("GET", "/core/users/?ordering=password%3Bdrop&page=-1&page_size=abc&search=%25%27", "").statusCode()).isIn(200, 400, 404);
        assertThat(api.send("DELETE", "/stages/all/" + inUse(api) + "/", "").statusCode()).as("in use").isEqualTo(409);
    }

    @Test
    void withoutATokenThereIsNothingToSee(GatehouseServer server) {
        for (String path : List.of("/core/users/", "/core/tokens/", "/providers/oauth2/", "/flows/instances/", "/events/events/", "/crypto/certificatekeypairs/")) {
            assertThat(server.browser().get("/api/v3" + path).statusCode()).as(path).isEqualTo(403);
        }
        ApiClient wrong = new ApiClient(server.url(), "not the token of anybody");
        assertThat(wrong.send("GET", "/core/users/", "").statusCode()).isEqualTo(403);
    }

    @Test
    void secretsAreNeverShownNorLogged(GatehouseServer server) throws Exception {
        String canary = "canary-" + System.nanoTime();
        var provider = server.api().oauthApplication("canary", canary, List.of("https://rp.example.com/"), "default-provider-authorization-implicit-consent");
        int pk = server.api().create("/core/users/", Json.createObjectBuilder().add("username", canary + "-user").add("name", "C").build()).getInt("pk");
        server.api().send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"" + canary + "-password\"}");
        server.browser().login(canary + "-user", canary + "-password");
        server.browser().login(canary + "-user", canary + "-wrong-password");

        String seen = provider.toString() + server.api().get("/providers/oauth2/?page_size=100") + server.api().get("/events/events/?page_size=100")
                + java.nio.file.Files.readString(server.log());

        assertThat(seen).doesNotContain("\"" + canary + "\"").doesNotContain(canary + "-password").doesNotContain(canary + "-wrong")
                .doesNotContain(GatehouseServer.PASSWORD).doesNotContain(GatehouseServer.TOKEN);
    }

    @Test
    void pagesForbidWhatTheyDoNotNeed(GatehouseServer server) {
        HttpResponse<String> page = server.browser().get("/if/flow/default-authentication-flow/");

        assertThat(page.headers().firstValue("content-security-policy").orElse("")).contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
        assertThat(page.headers().firstValue("x-content-type-options")).contains("nosniff");
        assertThat(page.headers().firstValue("cache-control").orElse("")).contains("no-store");
        assertThat(page.body()).doesNotContain("<script>").doesNotContain("onclick=").doesNotContain("style=\"");
        assertThat(server.browser().get("/flow/page.xhtml").statusCode()).isIn(403, 404);
    }

    private static String inUse(ApiClient api) {
        return api.get("/stages/identification/").getJsonArray("results").getJsonObject(0).getString("pk");
    }

    private static Map<String, String> form(HttpResponse<String> page) {
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        Map<String, String> fields = new java.util.LinkedHashMap<>();
        Matcher matcher = HIDDEN.matcher(page.body());
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        assertThat(fields).as(page.body()).containsKeys("execution", "step");
        return fields;
    }

    private static void assertNothingLeaks(HttpResponse<String> response) {
        assertThat(response.body()).doesNotContain("Exception").doesNotContain("\tat ").doesNotContain("WFLY").doesNotContain("org.gatehouse");
    }
}
