package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The error codes of the authorization endpoint (RFC 6749 section 4.1.2.1, RFC 7636 section 4.4.1, OpenID Connect Core 1.0 section 3.1.2.6). */
@ExtendWith(GatehouseServer.class)
class AuthorizationErrorsIT {

    private static final String MISSING = "-";

    private static OAuthProgram program;
    private HttpBrowser browser;
    private CodeFlow flow;

    @BeforeAll
    static void createClient(GatehouseServer server) {
        program = OAuthProgram.create(server, "authorization-errors", "authorization_code", "refresh_token");
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = program.flow(browser);
    }

    @ParameterizedTest(name = "{0}={1}: {2}")
    @CsvSource({
            "response_type, -, invalid_request",
            "response_type, nonsense, unsupported_response_type",
            "response_type, code nonsense, unsupported_response_type",
            "response_mode, nonsense, invalid_request",
            "scope, openid \"quoted\", invalid_scope",
            "scope, openid \\, invalid_scope",
            "code_challenge, tooshort, invalid_request",
            "code_challenge, -, invalid_request",
            "code_challenge_method, S512, invalid_request",
            "code_challenge_method, s256, invalid_request",
            "prompt, nonsense, invalid_request",
            "prompt, none login, invalid_request",
            "max_age, -1, invalid_request",
            "max_age, soon, invalid_request",
            "max_age, 99999999999999999999, invalid_request"})
    void theClientIsToldWhatIsWrong(String parameter, String value, String error) {
        Map<String, String> parameters = flow.parameters();
        if (value.equals(MISSING)) {
            parameters.remove(parameter);
        } else {
            parameters.put(parameter, value);
        }

        assertRefused(flow.response(parameters), error);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id=nobody", "client_id=", "redirect_uri=https%3A%2F%2Fevil.example%2F", "redirect_uri=", "state=%00"})
    void nobodyIsRedirectedBeforeTheAddressIsTrusted(String replacement) {
        String name = replacement.substring(0, replacement.indexOf('='));
        Map<String, String> parameters = flow.parameters();
        parameters.remove(name);

        assertShown(browser.get("/application/o/authorize/?" + HttpBrowser.form(parameters) + "&" + replacement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_id", "redirect_uri"})
    void aRepeatedParameterThatDecidesWhereToGoIsNeverRedirected(String name) {
        Map<String, String> parameters = flow.parameters();

        assertShown(browser.get("/application/o/authorize/?" + HttpBrowser.form(parameters) + "&" + HttpBrowser.form(Map.of(name, parameters.get(name)))));
    }

    @Test
    void anOversizedRequestIsNeverRedirected() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("state", "s".repeat(5_000));

        assertShown(flow.authorize(parameters));
    }

    @Test
    void otherRepeatedParametersAreTheClientsMistake() {
        HttpResponse<String> response = browser.get("/application/o/authorize/?" + HttpBrowser.form(flow.parameters()) + "&nonce=other");

        String location = response.headers().firstValue("location").orElseThrow();
        assertThat(location).startsWith(OAuthProgram.REDIRECT + "?");
        assertRefused(CodeFlow.query(location.substring(location.indexOf('?') + 1)), "invalid_request");
    }

    @Test
    void whoMayNotUseCodesIsToldSo(GatehouseServer server) {
        CodeFlow other = OAuthProgram.create(server, "no-codes", "client_credentials").flow(browser);

        assertRefused(other.response(other.parameters()), "unauthorized_client");
    }

    @Test
    void withoutALoginAndWithoutAPageThereIsNone(GatehouseServer server) {
        CodeFlow stranger = program.flow(server.browser());

        assertRefused(stranger.response(silent(stranger)), "login_required");
    }

    @Test
    void withoutAPageNobodyCanConsent(GatehouseServer server) {
        server.api().oauthApplication("asks-first", OAuthProgram.SECRET, List.of(OAuthProgram.REDIRECT), "default-provider-authorization-explicit-consent");
        CodeFlow asking = new CodeFlow(browser, "asks-first", OAuthProgram.REDIRECT);

        assertRefused(asking.response(silent(asking)), "consent_required");
    }

    @Test
    void whomAPolicyKeepsOutIsDeniedAccess(GatehouseServer server) {
        OAuthProgram closed = OAuthProgram.create(server, "closed", "authorization_code");
        String policy = server.api().create("/policies/expression/", Json.createObjectBuilder().add("name", "nobody " + System.nanoTime())
                .add("expression", "false").build()).getString("pk");
        server.api().create("/policies/bindings/", Json.createObjectBuilder().add("policy", policy).add("order", 0)
                .add("target", server.api().get("/core/applications/" + closed.id() + "/").getString("pk")).build());
        CodeFlow denied = closed.flow(browser);

        assertRefused(denied.response(silent(denied)), "access_denied");
    }

    @Test
    void whoSaysNoOnTheConsentPageIsReportedToTheClient(GatehouseServer server) {
        String id = "refused-" + System.nanoTime();
        server.api().oauthApplication(id, OAuthProgram.SECRET, List.of(OAuthProgram.REDIRECT), "default-provider-authorization-explicit-consent");
        CodeFlow asking = new CodeFlow(browser, id, OAuthProgram.REDIRECT);
        String page = asking.authorize(asking.parameters()).headers().firstValue("location").orElseThrow();
        String flowApi = "/api/v3/flows/executor/default-provider-authorization-explicit-consent/?query="
                + HttpBrowser.encode(page.substring(page.indexOf('?') + 1));
        browser.get(page);
        String token = HttpBrowser.json(browser.get(flowApi)).getString("token");

        String to = HttpBrowser.json(browser.postJson(flowApi, Json.createObjectBuilder().add("component", "ak-stage-consent")
                .add("token", token).add("decision", "deny").build().toString())).getString("to");

        assertThat(to).startsWith(OAuthProgram.REDIRECT + "?");
        assertRefused(CodeFlow.query(to.substring(to.indexOf('?') + 1)), "access_denied");
    }

    private static Map<String, String> silent(CodeFlow flow) {
        Map<String, String> parameters = flow.parameters();
        parameters.put("prompt", "none");
        return parameters;
    }

    private static void assertRefused(Map<String, String> answer, String error) {
        assertThat(answer).containsEntry("error", error).containsEntry("state", "the-state").containsKeys("iss", "error_description")
                .doesNotContainKeys("code", "access_token", "id_token");
    }

    private static void assertShown(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("location")).isEmpty();
        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    }
}
