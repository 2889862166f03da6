package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that can do no more than log in with GitHub. */
@ExtendWith(GatehouseServer.class)
class GitHubLoginIT {

    private static final String SECRET = "the secret of a client of GitHub";
    private static final String REDIRECT = "https://rp.example.com/callback";

    private final String id = "github-" + Long.toString(System.nanoTime(), 36);
    private GatehouseServer server;
    private HttpBrowser browser;

    @BeforeEach
    void createApplication(GatehouseServer started) {
        server = started;
        browser = server.browser();
        ApiClient api = server.api();
        int provider = api.oauthApplication(id, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        JsonArrayBuilder mappings = Json.createArrayBuilder();
        api.get("/propertymappings/provider/scope/?page_size=100").getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .filter(mapping -> mapping.toString().contains("scope-github-")).forEach(mapping -> mappings.add(mapping.getString("pk")));
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder().add("property_mappings", mappings)
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "none")).build());
        browser.login("akadmin", GatehouseServer.PASSWORD);
    }

    @Test
    void logsInAndLearnsWhoItIs() {
        String token = token("user:email read:user read:org");

        JsonObject user = HttpBrowser.json(get("/user", "token " + token));
        assertThat(user.getString("login")).isEqualTo("akadmin");
        assertThat(user.getInt("id")).isPositive();
        assertThat(user.getString("email")).isEqualTo("akadmin@gatehouse.example");
        assertThat(user.getString("type")).isEqualTo("User");
        String emails = get("/user/emails", "Bearer " + token).body();
        assertThat(emails).startsWith("[").contains("\"akadmin@gatehouse.example\"", "\"primary\":true");
        try (var reader = Json.createReader(new StringReader(get("/user/teams", "token " + token).body()))) {
            JsonObject team = reader.readArray().getJsonObject(0);
            assertThat(team.getString("slug")).isEqualTo("gatehouse-admins");
            assertThat(team.getJsonObject("organization").getString("login")).isNotEmpty();
        }
    }

    @Test
    void tellsNoMoreThanTheScopesOpen() {
        String token = token("user:email");

        assertThat(get("/user", "token " + token).statusCode()).isEqualTo(200);
        assertThat(get("/user/teams", "token " + token).statusCode()).isEqualTo(403);
        String teams = token("read:org");
        assertThat(HttpBrowser.json(get("/user", "token " + teams)).isNull("email")).isTrue();
        assertThat(get("/user/emails", "token " + teams).statusCode()).isEqualTo(403);
        assertThat(get("/user", "token made-up").statusCode()).isEqualTo(401);
        assertThat(get("/user", "nonsense").statusCode()).isEqualTo(400);
        assertThat(browser.get("/user").statusCode()).isEqualTo(401);
    }

    /** GitHub's own endpoint knows no grant type, nor PKCE. */
    private String token(String scope) {
        Map<String, String> query = new TreeMap<>(Map.of("client_id", id, "redirect_uri", REDIRECT, "scope", scope, "state", "s", "response_type", "code"));
        HttpResponse<String> response = browser.get("/login/oauth/authorize?" + HttpBrowser.form(query));
        for (int hop = 0; hop < 8 && !location(response).startsWith(REDIRECT); hop++) {
            response = browser.get(response.uri().resolve(location(response)).toString());
        }
        String code = CodeFlow.query(URI.create(location(response)).getRawQuery()).get("code");
        HttpResponse<String> tokens = browser.postForm("/login/oauth/access_token",
                Map.of("client_id", id, "client_secret", SECRET, "code", code, "redirect_uri", REDIRECT), "Accept", "application/json");
        assertThat(tokens.statusCode()).as(tokens.body()).isEqualTo(200);
        return HttpBrowser.json(tokens).getString("access_token");
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("location").orElseThrow(() -> new AssertionError(response.statusCode() + " " + response.body()));
    }

    private HttpResponse<String> get(String path, String authorization) {
        return browser.send(browser.request(path).GET().header("Authorization", authorization));
    }
}
