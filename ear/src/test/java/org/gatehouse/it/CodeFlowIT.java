package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The authorization code flow when somebody bends it (RFC 6749, 7636, 9700). */
@ExtendWith(GatehouseServer.class)
class CodeFlowIT {

    private static final String SECRET = "the secret of the code flow";
    private static final String REDIRECT = "https://rp.example.com/callback";

    private HttpBrowser browser;
    private CodeFlow flow;

    @BeforeAll
    static void createApplications(GatehouseServer server) {
        server.api().oauthApplication("code-flow", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        server.api().oauthApplication("code-flow-other", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        server.api().oauthApplication("code-flow-public", "", List.of(REDIRECT), "default-provider-authorization-implicit-consent");
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = new CodeFlow(browser, "code-flow", REDIRECT);
    }

    @Test
    void answersWithStateAndIssuer(GatehouseServer server) {
        Map<String, String> response = flow.response(flow.parameters());

        assertThat(response).containsEntry("state", "the-state").containsEntry("iss", server.url() + "/application/o/code-flow/")
                .containsOnlyKeys("code", "state", "iss", "session_state");
    }

    @Test
    void neverRedirectsToAnUnknownUri() {
        for (String uri : List.of("https://rp.example.com/callback/", "https://rp.example.com.evil.tld/callback", "https://rp.example.com/callback?x=1",
                "https://user@rp.example.com/callback", "https://rp.example.com/callback#f", "javascript:alert(1)", "http://rp.example.com/callback",
                "https://rp.example.com/a/../callback", "https://rp.example.com:8443/callback", "https://RP.example.com\\@evil.tld/callback", "")) {
            Map<String, String> parameters = flow.parameters();
            parameters.put("redirect_uri", uri);
            HttpResponse<String> response = flow.authorize(parameters);
            assertThat(response.statusCode()).as(uri).isEqualTo(400);
            assertThat(response.headers().firstValue("location")).as(uri).isEmpty();
        }
    }

    @Test
    void neverRedirectsForAnUnknownClient() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("client_id", "nobody");

        HttpResponse<String> response = flow.authorize(parameters);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("location")).isEmpty();
    }

    @Test
    void refusesAnUnsupportedResponseTypeAtTheClient() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("response_type", "nonsense");

        assertThat(flow.response(parameters)).containsEntry("error", "unsupported_response_type").containsEntry("state", "the-state");
    }

    @Test
    void aPublicClientMustUsePkce() {
        CodeFlow open = new CodeFlow(browser, "code-flow-public", REDIRECT);
        Map<String, String> parameters = open.parameters();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");

        assertThat(open.response(parameters)).containsEntry("error", "invalid_request");
    }

    @Test
    void withoutALoginPromptNoneSaysSo(GatehouseServer server) {
        CodeFlow stranger = new CodeFlow(server.browser(), "code-flow", REDIRECT);
        Map<String, String> parameters = stranger.parameters();
        parameters.put("prompt", "none");

        assertThat(stranger.response(parameters)).containsEntry("error", "login_required");
    }

    @Test
    void redeemsACodeOnceAndRevokesItsTokensOnReuse() {
        String code = flow.code();
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(code), SECRET));
        assertThat(userinfo(tokens.getString("access_token")).statusCode()).isEqualTo(200);

        HttpResponse<String> again = flow.token(flow.tokenParameters(code), SECRET);

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.json(again).getString("error")).isEqualTo("invalid_grant");
        assertThat(userinfo(tokens.getString("access_token")).statusCode()).as("tokens of the first redemption").isEqualTo(401);
    }

    @Test
    void ofManyThatRedeemACodeAtOnceOneWins() throws Exception {
        String code = flow.code();
        ExecutorService many = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> redeem = () -> flow.token(flow.tokenParameters(code), SECRET).statusCode();
            var results = many.invokeAll(java.util.Collections.nCopies(20, redeem));
            int successes = 0;
            for (var result : results) {
                successes += result.get() == 200 ? 1 : 0;
            }
            assertThat(successes).isLessThanOrEqualTo(1);
        } finally {
            many.shutdown();
        }
    }

    @Test
    void burnsACodeThatAnotherClientOrAWrongVerifierTries() {
        for (String change : List.of("verifier", "redirect", "no-verifier")) {
            String code = flow.code();
            Map<String, String> parameters = flow.tokenParameters(code);
            switch (change) {
                case "verifier" -> parameters.put("code_verifier", "a-wrong-verifier-that-is-long-enough-to-be-one-by-the-rules");
                case "redirect" -> parameters.put("redirect_uri", "https://rp.example.com/other");
                default -> parameters.remove("code_verifier");
            }
            HttpResponse<String> response = flow.token(parameters, SECRET);
            assertThat(response.statusCode()).as(change).isEqualTo(400);
            assertThat(flow.token(flow.tokenParameters(code), SECRET).statusCode()).as("after " + change).isEqualTo(400);
        }
        String code = flow.code();
        CodeFlow other = new CodeFlow(browser, "code-flow-other", REDIRECT);
        assertThat(HttpBrowser.json(other.token(other.tokenParameters(code), SECRET)).getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void refusesAVerifierWhereNoChallengeWasSent() {
        Map<String, String> parameters = flow.parameters();
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        String code = flow.response(parameters).get("code");

        assertThat(flow.token(flow.tokenParameters(code), SECRET).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAWrongSecretWithoutSayingWhatIsWrong() {
        String code = flow.code();

        HttpResponse<String> wrongSecret = flow.token(flow.tokenParameters(code), "wrong");
        HttpResponse<String> wrongClient = new CodeFlow(browser, "nobody", REDIRECT).token(flow.tokenParameters(code), "wrong");

        assertThat(wrongSecret.statusCode()).isEqualTo(401);
        assertThat(wrongSecret.body()).isEqualTo(wrongClient.body());
        assertThat(wrongSecret.headers().firstValue("www-authenticate")).isPresent();
    }

    @Test
    void refreshTokensRotateAndReuseRevokesTheFamily() {
        JsonObject first = HttpBrowser.json(flow.token(flow.tokenParameters(flow.code()), SECRET));
        JsonObject second = HttpBrowser.json(refresh(first.getString("refresh_token")));

        assertThat(refresh(first.getString("refresh_token")).statusCode()).as("reuse").isEqualTo(400);
        assertThat(refresh(second.getString("refresh_token")).statusCode()).as("the family").isEqualTo(400);
        assertThat(userinfo(second.getString("access_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void endingTheSessionEndsItsTokens() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", "openid");
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(flow.response(parameters).get("code")), SECRET));

        browser.challenge("default-invalidation-flow");

        assertThat(userinfo(tokens.getString("access_token")).statusCode()).isEqualTo(401);
    }

    @Test
    void anApplicationPolicyThatDeniesIsObeyedAtEveryStep(GatehouseServer server) {
        server.api().oauthApplication("code-flow-denied", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        CodeFlow denied = new CodeFlow(browser, "code-flow-denied", REDIRECT);
        JsonObject tokens = HttpBrowser.json(denied.token(denied.tokenParameters(denied.code()), SECRET));
        String policy = server.api().create("/policies/expression/", Json.createObjectBuilder().add("name", "nobody " + System.nanoTime())
                .add("expression", "false").build()).getString("pk");
        String application = server.api().get("/core/applications/code-flow-denied/").getString("pk");
        server.api().create("/policies/bindings/", Json.createObjectBuilder().add("target", application).add("policy", policy).add("order", 0).build());

        HttpResponse<String> authorize = denied.authorize(denied.parameters());

        assertThat(authorize.headers().firstValue("location").filter(l -> l.startsWith(REDIRECT) && l.contains("code="))).isEmpty();
        Map<String, String> refresh = Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"));
        assertThat(denied.token(refresh, SECRET).statusCode()).isEqualTo(400);
    }

    @Test
    void duplicateParametersAreRefused() {
        HttpResponse<String> response = browser.get("/application/o/authorize/?" + HttpBrowser.form(flow.parameters()) + "&client_id=code-flow");

        assertThat(response.statusCode()).isEqualTo(400);
    }

    @Test
    void badBearerHeadersAreRefusedWithAChallenge(GatehouseServer server) {
        for (String header : List.of("Bearer", "Bearer ", "bearer  x y", "Basic abc", "Bearer null", "Bearer " + "a".repeat(5000), "Bearer ey.ey.ey")) {
            HttpResponse<String> response = browser.send(browser.request("/application/o/userinfo/").GET().header("Authorization", header));
            assertThat(response.statusCode()).as(header).isIn(400, 401);
            assertThat(response.headers().firstValue("www-authenticate")).as(header).isPresent();
        }
    }

    private HttpResponse<String> refresh(String token) {
        return flow.token(Map.of("grant_type", "refresh_token", "refresh_token", token), SECRET);
    }

    private HttpResponse<String> userinfo(String accessToken) {
        return browser.send(browser.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + accessToken));
    }
}
