package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** An application that an administrator has used once: with a code, tokens and a consent. */
final class IssuedThings {

    static final String SECRET = "the secret of an application that was used";
    static final String REDIRECT = "https://used.example.com/cb";

    private final GatehouseServer server;
    private final String slug = "used-" + Long.toString(System.nanoTime(), 36);
    private JsonObject tokens;

    IssuedThings(GatehouseServer server) {
        this.server = server;
    }

    String slug() {
        return slug;
    }

    /** The answer of the token endpoint. */
    JsonObject tokens() {
        if (tokens == null) {
            tokens = use("akadmin", GatehouseServer.PASSWORD);
        }
        return tokens;
    }

    /** Makes the application, and lets a user consent to it and come back with tokens. */
    JsonObject use(String username, String password) {
        ApiClient api = server.api();
        String flow = api.create("/flows/instances/", Json.createObjectBuilder().add("name", slug).add("slug", slug).add("title", "Asking")
                .add("designation", "authorization").build()).getString("pk");
        String stage = api.create("/stages/consent/", Json.createObjectBuilder().add("name", slug).add("mode", "permanent").build()).getString("pk");
        api.create("/flows/bindings/", Json.createObjectBuilder().add("target", flow).add("stage", stage).add("order", 0).build());
        api.oauthApplication(slug, SECRET, List.of(REDIRECT), slug);
        HttpBrowser browser = server.browser();
        browser.login(username, password);
        CodeFlow authorization = new CodeFlow(browser, slug, REDIRECT);
        String code = consent(browser, authorization.authorize(authorization.parameters()).headers().firstValue("location").orElseThrow());
        JsonObject answer = HttpBrowser.json(authorization.token(authorization.tokenParameters(code), SECRET));
        assertThat(answer).containsKey("refresh_token");
        return answer;
    }

    /** Says yes in the authorization flow, and returns the code that the application gets. */
    private static String consent(HttpBrowser browser, String page) {
        String[] address = page.replace("/if/flow/", "/api/v3/flows/executor/").split("\\?", 2);
        String executor = address[0] + "?query=" + HttpBrowser.encode(address[1]);
        JsonObject asked = HttpBrowser.json(browser.get(executor));
        assertThat(asked.getString("component")).as(asked.toString()).isEqualTo("ak-stage-consent");
        JsonObject done = HttpBrowser.json(browser.postJson(executor, Json.createObjectBuilder().add("component", "ak-stage-consent")
                .add("token", asked.getString("token")).build().toString()));
        return CodeFlow.query(URI.create(done.getString("to")).getRawQuery()).get("code");
    }

    String accessToken() {
        return newest("/oauth2/access_tokens/");
    }

    String refreshToken() {
        return newest("/oauth2/refresh_tokens/");
    }

    String authorizationCode() {
        return newest("/oauth2/authorization_codes/");
    }

    String consent() {
        return newest("/core/user_consent/");
    }

    private String newest(String path) {
        tokens();
        Map<String, String> filters = path.contains("consent") ? Map.of("application", server.api().get("/core/applications/" + slug + "/").getString("pk"))
                : Map.of("provider", String.valueOf(provider()));
        JsonArray found = server.api().get(path + "?" + HttpBrowser.form(filters)).getJsonArray("results");
        return String.valueOf(found.getJsonObject(0).getInt("pk"));
    }

    /** The access token of a user who has used the application. */
    String accessTokenOf(int user) {
        return String.valueOf(server.api().get("/oauth2/access_tokens/?user=" + user).getJsonArray("results").getJsonObject(0).getInt("pk"));
    }

    int provider() {
        return server.api().get("/core/applications/" + slug + "/").getInt("provider");
    }
}
