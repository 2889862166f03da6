package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A device without a browser, its user, and those who want to be one of the two (RFC 8628). */
@ExtendWith(GatehouseServer.class)
class DeviceFlowIT {

    private static final String SECRET = "the secret of a device";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\"[^>]*value=\"([^\"]*)\"");

    private final String id = "device-" + System.nanoTime();
    private GatehouseServer server;
    private HttpBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer started) {
        server = started;
        ApiClient api = server.api();
        int provider = api.oauthApplication(id, SECRET, List.of(), "default-provider-authorization-implicit-consent").getInt("pk");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add(GRANT).add("refresh_token")).build());
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
    }

    @Test
    void aDeviceGetsTokensOnceItsUserHasAgreed() {
        JsonObject codes = begin();
        assertThat(error(poll(codes))).isEqualTo("authorization_pending");
        assertThat(error(poll(codes))).isEqualTo("slow_down");

        HttpResponse<String> asked = type(codes.getString("user_code").toLowerCase().replace("-", " "));
        assertThat(asked.body()).as("the application is named").contains(id);
        assertThat(error(poll(codes))).as("typing the code approves nothing").isIn("authorization_pending", "slow_down");
        assertThat(agree(asked).body()).contains("Your device is signed in");

        HttpResponse<String> tokens = poll(codes);
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        assertThat(HttpBrowser.json(tokens)).containsKeys("access_token", "id_token", "refresh_token");
        assertThat(error(poll(codes))).as("a second time").isEqualTo("expired_token");
        assertThat(type(codes.getString("user_code")).body()).as("the user's code").contains("no longer valid");
    }

    @Test
    void theDefaultBrandLeadsToAFlowThatNeedsALogin(GatehouseServer server) {
        JsonObject flow = server.api().get("/flows/instances/default-device-code-flow/");

        assertThat(flow.getString("designation")).isEqualTo("stage_configuration");
        assertThat(flow.getString("authentication")).isEqualTo("require_authenticated");
        assertThat(server.api().get("/core/brands/?default=true").getJsonArray("results").getJsonObject(0).getString("flow_device_code"))
                .isEqualTo(flow.getString("pk"));
    }

    @Test
    void aDeviceIsToldThatItsUserRefuses() {
        JsonObject codes = begin();
        HttpResponse<String> asked = type(codes.getString("user_code"));
        assertThat(asked.body()).contains("id=\"deny\"");

        HttpResponse<String> refused = answer(asked, Map.of("decision", "deny"));

        assertThat(refused.body()).doesNotContain("Your device is signed in").contains("not let in");
        HttpResponse<String> told = poll(codes);
        assertThat(told.statusCode()).isEqualTo(400);
        assertThat(error(told)).isEqualTo("access_denied");
        assertThat(error(poll(codes))).isEqualTo("expired_token");
        assertThat(type(codes.getString("user_code")).body()).as("nobody can change it").contains("no longer valid");
    }

    @Test
    void whereTheFlowAsksForConsentTheUserIsAskedOnce() {
        ApiClient api = server.api();
        int provider = HttpBrowser.json(api.send("GET", "/core/applications/" + id + "/", "")).getInt("provider");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("authorization_flow", api.flowId("default-provider-authorization-explicit-consent")).build());
        JsonObject codes = begin();

        HttpResponse<String> asked = type(codes.getString("user_code"));

        assertThat(asked.body()).contains("id=\"deny\"").contains(id);
        assertThat(agree(asked).body()).contains("Your device is signed in");
        assertThat(poll(codes).statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyPollsAtOnceOneGetsTheTokens() throws Exception {
        JsonObject codes = begin();
        agree(type(codes.getString("user_code")));
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> poll = () -> poll(codes).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, poll))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void thePoliciesOfTheApplicationAreAsked() {
        JsonObject codes = begin();
        ApiClient api = server.api();
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "nobody " + id).add("expression", "false").build())
                .getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/" + id + "/").getString("pk"))
                .add("policy", policy).add("order", 0).build());

        assertThat(agree(type(codes.getString("user_code"))).body()).doesNotContain("Your device is signed in");
        assertThat(poll(codes).statusCode()).isEqualTo(400);
    }

    @Test
    void aLinkFillsTheCodeInAndTakesNothingOver() {
        JsonObject codes = begin();

        HttpResponse<String> page = follow(browser.get(codes.getString("verification_uri_complete")));

        assertThat(page.body()).contains("value=\"" + codes.getString("user_code") + "\"").contains("name=\"code\"");
        assertThat(error(poll(codes))).isEqualTo("authorization_pending");
    }

    @Test
    void nobodyGetsInWithoutALogin() {
        HttpResponse<String> page = server.browser().get("/device");

        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("location").orElseThrow()).contains("/if/flow/");
    }

    @Test
    void anotherClientOrNobodyCannotRedeem() {
        JsonObject codes = begin();
        agree(type(codes.getString("user_code")));
        server.api().oauthApplication(id + "-other", SECRET, List.of(), "default-provider-authorization-implicit-consent");

        assertThat(error(post("/application/o/token/", Map.of("grant_type", GRANT, "client_id", id, "client_secret", "wrong",
                "device_code", codes.getString("device_code"))))).isEqualTo("invalid_client");
        assertThat(error(post("/application/o/token/", Map.of("grant_type", GRANT, "client_id", id + "-other", "client_secret", SECRET,
                "device_code", codes.getString("device_code"))))).isEqualTo("unauthorized_client");
        assertThat(error(post("/application/o/device/", Map.of("client_id", id + "-other", "client_secret", SECRET)))).isEqualTo("unauthorized_client");
        assertThat(error(post("/application/o/device/", Map.of("client_id", id)))).isEqualTo("invalid_client");
        assertThat(poll(codes).statusCode()).isEqualTo(200);
    }

    @Test
    void ofManyWhoRedeemAnApprovedDeviceAtOnceOneWins() {
        JsonObject codes = begin();
        agree(type(codes.getString("user_code")));

        List<HttpResponse<String>> answers = AtOnce.send(() -> poll(codes));

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200).map(DeviceFlowIT::error)).isSubsetOf("invalid_grant", "expired_token");
    }

    private JsonObject begin() {
        HttpResponse<String> response = post("/application/o/device/", Map.of("client_id", id, "client_secret", SECRET,
                "scope", "openid profile offline_access"));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private HttpResponse<String> poll(JsonObject codes) {
        return post("/application/o/token/", Map.of("grant_type", GRANT, "client_id", id, "client_secret", SECRET,
                "device_code", codes.getString("device_code")));
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        return server.browser().postForm(path, form);
    }

    private static String error(HttpResponse<String> response) {
        return HttpBrowser.json(response).getString("error", response.body());
    }

    /** Opens the page and types the code in. */
    private HttpResponse<String> type(String code) {
        return submit(follow(browser.get("/device")), "code", code);
    }

    private HttpResponse<String> agree(HttpResponse<String> page) {
        return answer(page, Map.of());
    }

    private HttpResponse<String> answer(HttpResponse<String> page, Map<String, String> more) {
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as(page.body()).isTrue();
        Map<String, String> form = new LinkedHashMap<>(HiddenFields.of(page.body()));
        form.put("token", token.group(1));
        form.putAll(more);
        return follow(browser.postForm(page.uri().toString(), form));
    }

    private HttpResponse<String> submit(HttpResponse<String> page, String field, String value) {
        Map<String, String> form = new LinkedHashMap<>(HiddenFields.of(page.body()));
        form.put(field, value);
        return follow(browser.postForm(page.uri().toString(), form));
    }

    private HttpResponse<String> follow(HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hop = 0; hop < 6 && last.headers().firstValue("location").isPresent(); hop++) {
            last = browser.get(last.uri().resolve(last.headers().firstValue("location").get()).toString());
        }
        assertThat(last.statusCode()).as(last.uri() + " " + last.body()).isIn(200, 400);
        return last;
    }
}
