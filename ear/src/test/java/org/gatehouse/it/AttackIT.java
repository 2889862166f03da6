package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody would try who knows the product. */
@ExtendWith(GatehouseServer.class)
class AttackIT {

    private static final String FLOW = "default-authentication-flow";
    private static final String REDIRECT = "https://rp.example.com/callback";
    private static final String SECRET = "a-client-secret-of-more-than-32-characters";
    private static final int MANY = 50;

    @Test
    void aPolicyThatFailsDoesNotSkipThePassword(GatehouseServer server) {
        ApiClient api = server.api();
        String name = user(api);
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", name)
                .add("expression", "context[\"nothing\"][\"like this\"] == 1").build()).getString("pk");
        String binding = passwordBinding(api);
        List<String> others = policiesOf(api, binding);
        others.forEach(pk -> enable(api, pk, false));
        String bound = api.create("/policies/bindings/", Json.createObjectBuilder().add("policy", policy).add("target", binding).add("order", 0)
                .build()).getString("pk");
        try {
            HttpBrowser browser = server.browser();
            browser.challenge(FLOW);
            JsonObject next = browser.answer(FLOW, identification(name));

            assertThat(next.getString("component")).isEqualTo("ak-stage-access-denied");
            assertThat(browser.cookie("gatehouse_session")).isNull();
        } finally {
            api.send("DELETE", "/policies/bindings/" + bound + "/", "");
            others.forEach(pk -> enable(api, pk, true));
        }
    }

    @Test
    void aPlantedBrowserCookieDoesNotLeadIntoTheVictimsLogin(GatehouseServer server) {
        ApiClient api = server.api();
        String name = user(api);
        String stage = "/stages/user_login/" + api.get("/stages/user_login/?name=default-authentication-login").getJsonArray("results")
                .getJsonObject(0).getString("pk") + "/";
        api.patch(stage, Json.createObjectBuilder().add("remember_me_offset", "days=1").build());
        try {
            HttpBrowser victim = server.browser();
            HttpBrowser thief = server.browser();
            victim.plant("gatehouse_browser", "P".repeat(43));
            thief.plant("gatehouse_browser", "P".repeat(43));
            assertThat(victim.login(name, "a password of its own").getString("component")).isEqualTo("ak-stage-user-login");

            JsonObject remember = Json.createObjectBuilder().add("component", "ak-stage-user-login").add("remember_me", true).build();
            thief.answer(FLOW, remember);

            assertThat(thief.cookie("gatehouse_session")).isNull();
            assertThat(victim.answer(FLOW, remember).getString("component")).isEqualTo("xak-flow-redirect");
        } finally {
            api.patch(stage, Json.createObjectBuilder().add("remember_me_offset", "seconds=0").build());
        }
    }

    @Test
    void ofManyRedeemersOfACodeOneSucceedsAndLosesItAgain(GatehouseServer server) throws Exception {
        String client = "race-" + System.nanoTime();
        server.api().oauthApplication(client, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = new CodeFlow(browser, client, REDIRECT);
        String code = flow.code();

        List<HttpResponse<String>> answers = atOnce(() -> new CodeFlow(server.browser(), client, REDIRECT).token(flow.tokenParameters(code), SECRET));

        assertThat(statuses(answers)).containsOnly(Map.entry(200, 1L), Map.entry(400, MANY - 1L));
        JsonObject tokens = HttpBrowser.json(answers.stream().filter(answer -> answer.statusCode() == 200).findFirst().orElseThrow());
        assertThat(flow.token(refresh(tokens.getString("refresh_token")), SECRET).statusCode()).isEqualTo(400);
    }

    @Test
    void manyWrongSecretsAtOnceDoNotExhaustTheDatabase(GatehouseServer server) throws Exception {
        String client = "flood-" + System.nanoTime();
        Map<String, String> request = Map.of("grant_type", "authorization_code", "code", "x", "client_id", client, "client_secret", "wrong");

        List<HttpResponse<String>> answers = atOnce(() -> server.browser().postForm("/application/o/token/", request));

        assertThat(statuses(answers)).containsOnly(Map.entry(401, (long) MANY));
    }

    @Test
    void aFormWithTooManyFieldsIsABadRequest(GatehouseServer server) {
        Map<String, String> fields = new LinkedHashMap<>();
        IntStream.range(0, 2000).forEach(i -> fields.put("field" + i, "1"));
        for (String path : List.of("/application/o/token/", "/application/o/authorize/", "/application/o/revoke/", "/if/flow/" + FLOW + "/",
                "/if/user/sessions/")) {
            assertThat(server.browser().postForm(path, fields).statusCode()).as(path).isEqualTo(400);
        }
    }

    @Test
    void markupInNamesIsShownAsItIs(GatehouseServer server) {
        String evil = "<img src=x onerror=alert(1)>#{7*7}${7*7}";
        ApiClient api = server.api();
        String name = user(api);
        int pk = api.get("/core/users/?username=" + name).getJsonArray("results").getJsonObject(0).getInt("pk");
        api.patch("/core/users/" + pk + "/", Json.createObjectBuilder().add("name", evil).build());
        api.create("/core/applications/", Json.createObjectBuilder().add("name", evil).add("slug", "evil-" + pk).add("group", evil)
                .add("meta_description", evil).add("meta_launch_url", "https://rp.example.com/").build());
        HttpBrowser browser = server.browser();
        browser.login(name, "a password of its own");

        String page = browser.get("/if/user/").body();

        assertThat(page).doesNotContain("<img src=x").contains("#{7*7}${7*7}");
    }

    private static List<HttpResponse<String>> atOnce(Callable<HttpResponse<String>> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> future : threads.invokeAll(Collections.nCopies(MANY, request))) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    private static Map<Integer, Long> statuses(List<HttpResponse<String>> answers) {
        return answers.stream().collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
    }

    private static Map<String, String> refresh(String token) {
        return Map.of("grant_type", "refresh_token", "refresh_token", token);
    }

    private static String user(ApiClient api) {
        String name = "victim-" + System.nanoTime();
        int pk = api.create("/core/users/", Json.createObjectBuilder().add("username", name).add("name", "V").build()).getInt("pk");
        assertThat(api.send("POST", "/core/users/" + pk + "/set_password/", "{\"password\":\"a password of its own\"}").statusCode()).isEqualTo(204);
        return name;
    }

    private static String passwordBinding(ApiClient api) {
        return api.get("/flows/bindings/?page_size=100").getJsonArray("results").stream().map(JsonValue::asJsonObject)
                .filter(binding -> binding.getJsonObject("stage_obj").getString("name").equals("default-authentication-password"))
                .findFirst().orElseThrow().getString("pk");
    }

    private static List<String> policiesOf(ApiClient api, String target) {
        return api.get("/policies/bindings/?page_size=100").getJsonArray("results").stream().map(JsonValue::asJsonObject)
                .filter(binding -> binding.getString("target").equals(target)).map(binding -> binding.getString("pk")).toList();
    }

    private static void enable(ApiClient api, String binding, boolean enabled) {
        api.patch("/policies/bindings/" + binding + "/", Json.createObjectBuilder().add("enabled", enabled).build());
    }

    private static JsonObject identification(String name) {
        return Json.createObjectBuilder().add("component", "ak-stage-identification").add("uid_field", name).build();
    }
}
