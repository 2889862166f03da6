package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that ask for a stronger login (RFC 9470, OpenID Connect Core 1.0 section 5.5.1.1, Unmet Authentication Requirements 1.0). */
@ExtendWith(GatehouseServer.class)
class StepUpIT {

    private static final String SECRET = "the secret of the step-up";
    private static final String REDIRECT = "https://rp.example.com/callback";
    private static final String CLIENT = "step-up";
    private static final String MFA = "urn:gatehouse:acr:mfa";
    private static final String VAULT = "urn:example:vault";

    private static SecondFactorFlows flows;
    private static String totpSetup;
    private static String strong;

    @BeforeAll
    static void createApplication(GatehouseServer server) {
        flows = new SecondFactorFlows(server.api());
        totpSetup = flows.setup("totp", Json.createObjectBuilder().add("digits", "6").add("friendly_name", "My app"));
        strong = flows.login(Json.createObjectBuilder().add("not_configured_action", "skip"));
        int provider = server.api().oauthApplication(CLIENT, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        String flow = server.api().flowId(strong);
        server.api().patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("implicit"))
                .add("authorization_requests", Json.createObjectBuilder().add("acr_flows", Json.createArrayBuilder()
                        .add(Json.createObjectBuilder().add("acr", MFA).add("flow", flow))
                        .add(Json.createObjectBuilder().add("acr", VAULT).add("flow", flow)))).build());
    }

    @Test
    void aLoginThatIsTooWeakIsAskedForASecondFactorAndTheTokenSaysSo(GatehouseServer server) throws Exception {
        JsonObject user = flows.user("stella");
        HttpBrowser browser = loggedIn(server, user);
        AuthenticatorApp app = app(browser);
        assertThat(idToken(browser, Map.of()).getStringClaim("acr")).isEqualTo("goauthentik.io/providers/oauth2/default");

        HttpResponse<String> login = follow(browser, authorize(browser, Map.of("acr_values", "urn:nobody " + MFA)));
        assertThat(login.uri().getPath()).isEqualTo("/if/flow/" + strong + "/");
        HttpResponse<String> asked = throughPassword(browser, login, user);
        HttpResponse<String> back = submit(browser, asked, "code", app.code(1));

        JWTClaimsSet claims = verified(browser, AuthorizationAnswer.of(browser, back, REDIRECT));
        assertThat(claims.getStringClaim("acr")).isEqualTo(MFA);
        assertThat(claims.getStringListClaim("amr")).contains("pwd", "mfa");
        assertThat(idToken(browser, Map.of("acr_values", MFA, "prompt", "none")).getStringClaim("acr")).as("from now on").isEqualTo(MFA);
        assertThat(idToken(browser, Map.of("acr_values", VAULT, "prompt", "none")).getStringClaim("acr")).as("the flow's own name").isEqualTo(VAULT);
    }

    @Test
    void whoHasNoSecondFactorIsAskedOnceAndTheClientIsToldThatItCannotBe(GatehouseServer server) {
        JsonObject user = flows.user("otto");
        HttpBrowser browser = loggedIn(server, user);
        String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + MFA + "\"]}}}";

        HttpResponse<String> login = follow(browser, authorize(browser, Map.of("claims", claims)));
        AuthorizationAnswer answer = AuthorizationAnswer.of(browser, throughPassword(browser, login, user), REDIRECT);

        assertThat(answer.parameters()).containsEntry("error", "unmet_authentication_requirements").containsEntry("state", "the-state");
    }

    @Test
    void nobodyIsAskedForPromptNoneOrForWhatThereIsNot(GatehouseServer server) throws Exception {
        HttpBrowser browser = loggedIn(server, flows.user("nina"));
        String impossible = "{\"id_token\":{\"acr\":{\"essential\":true,\"value\":\"urn:nobody\"}}}";

        assertThat(answer(browser, Map.of("acr_values", MFA, "prompt", "none")).get("error")).isEqualTo("login_required");
        assertThat(answer(browser, Map.of("claims", impossible)).get("error")).isEqualTo("unmet_authentication_requirements");
        assertThat(idToken(browser, Map.of("acr_values", "urn:nobody")).getStringClaim("acr")).as("a wish")
                .isEqualTo("goauthentik.io/providers/oauth2/default");
    }

    @Test
    void accessTokensSayWhatTheLoginWas(GatehouseServer server) {
        HttpBrowser browser = loggedIn(server, flows.user("ada"));
        String token = answer(browser, Map.of("response_type", "id_token token")).get("access_token");

        JsonObject introspected = HttpBrowser.json(browser.postForm("/application/o/introspect/",
                Map.of("token", token, "client_id", CLIENT, "client_secret", SECRET)));

        assertThat(introspected.getString("acr")).isEqualTo("goauthentik.io/providers/oauth2/default");
        assertThat(introspected.getJsonNumber("auth_time").longValue()).isPositive();
        assertThat(AuthorizationAnswer.verified(token, keySet(browser)).getClaims()).containsKeys("acr", "auth_time");
    }

    private static JWTClaimsSet idToken(HttpBrowser browser, Map<String, String> changes) {
        return verified(browser, answer(browser, changes));
    }

    private static JWTClaimsSet verified(HttpBrowser browser, AuthorizationAnswer answer) {
        assertThat(answer.parameters()).containsKey("id_token");
        return AuthorizationAnswer.verified(answer.get("id_token"), keySet(browser));
    }

    private static String keySet(HttpBrowser browser) {
        return browser.get("/application/o/" + CLIENT + "/jwks/").body();
    }

    private static AuthorizationAnswer answer(HttpBrowser browser, Map<String, String> changes) {
        return AuthorizationAnswer.of(browser, authorize(browser, changes), REDIRECT);
    }

    private static HttpResponse<String> authorize(HttpBrowser browser, Map<String, String> changes) {
        CodeFlow flow = new CodeFlow(browser, CLIENT, REDIRECT);
        Map<String, String> parameters = flow.parameters();
        parameters.put("response_type", "id_token");
        parameters.putAll(changes);
        return flow.authorize(parameters);
    }

    private static HttpBrowser loggedIn(GatehouseServer server, JsonObject user) {
        HttpBrowser browser = server.browser();
        assertThat(browser.login(user.getString("username"), SecondFactorFlows.PASSWORD).getString("component")).isEqualTo("xak-flow-redirect");
        return browser;
    }

    private static AuthenticatorApp app(HttpBrowser browser) {
        AuthenticatorApp app = new AuthenticatorApp(browser.challenge(totpSetup).getString("config_url"));
        browser.answer(totpSetup, Json.createObjectBuilder().add("component", "ak-stage-authenticator-totp").add("code", app.code(0)).build());
        return app;
    }

    private static HttpResponse<String> throughPassword(HttpBrowser browser, HttpResponse<String> page, JsonObject user) {
        HttpResponse<String> password = follow(browser, submit(browser, page, "uid_field", user.getString("username")));
        return submit(browser, password, "password", SecondFactorFlows.PASSWORD);
    }

    /** Sends the page's form; what comes of it is followed as long as it stays here. */
    private static HttpResponse<String> submit(HttpBrowser browser, HttpResponse<String> page, String field, String value) {
        Map<String, String> form = new LinkedHashMap<>(HiddenFields.of(page.body()));
        form.put(field, value);
        return follow(browser, browser.postForm(page.uri().toString(), form));
    }

    private static HttpResponse<String> follow(HttpBrowser browser, HttpResponse<String> response) {
        HttpResponse<String> last = response;
        for (int hop = 0; hop < 8 && leadsOn(last); hop++) {
            last = browser.get(last.uri().resolve(last.headers().firstValue("location").orElseThrow()).toString());
        }
        return last;
    }

    private static boolean leadsOn(HttpResponse<String> response) {
        return response.headers().firstValue("location").filter(location -> !location.startsWith(REDIRECT)).isPresent();
    }
}
