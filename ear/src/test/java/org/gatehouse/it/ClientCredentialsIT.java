package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Programs that come without a browser, and those who pretend to be one (RFC 6749 sections 4.3 and 4.4). */
@ExtendWith(GatehouseServer.class)
class ClientCredentialsIT {

    private static final String SECRET = "the secret of a program";

    private final String id = "program-" + System.nanoTime();
    private GatehouseServer server;
    private ApiClient api;

    @BeforeEach
    void createApplication(GatehouseServer started) {
        server = started;
        api = server.api();
        application(id, SECRET, "client_credentials", "password");
    }

    @Test
    void aClientActsForAnAccountOfItsOwn() {
        JsonObject tokens = granted(token("scope", "email profile"));

        assertThat(tokens).doesNotContainKeys("refresh_token", "id_token");
        assertThat(tokens.getString("scope").split(" ")).containsExactlyInAnyOrder("email", "profile");
        JsonObject claims = claims(tokens.getString("access_token"));
        assertThat(claims.getString("client_id")).isEqualTo(id);
        assertThat(claims.getString("iss")).isEqualTo(server.url() + "/application/o/" + id + "/");
        JsonObject account = account("ak-" + id + "-client_credentials");
        assertThat(account.getString("type")).isEqualTo("service_account");
        assertThat(account.getString("path")).isEqualTo("goauthentik.io/apps/" + id);
        assertThat(introspect(tokens.getString("access_token")).getString("username")).isEqualTo(account.getString("username"));
        assertThat(api.get("/events/events/?action=login&page_size=100").toString()).contains(id).doesNotContain(SECRET);
    }

    @Test
    void ofManyFirstRequestsAtOnceOneMakesTheAccount() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> request = () -> token("scope", "email").statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, request))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnly(200);
        } finally {
            threads.shutdown();
        }
        assertThat(account("ak-" + id + "-client_credentials")).isNotNull();
    }

    @Test
    void withoutScopeEverythingConfiguredIsGrantedButNoOfflineAccess() {
        JsonObject tokens = granted(token());

        assertThat(tokens.getString("scope").split(" ")).contains("openid", "email").doesNotContain("offline_access");
        assertThat(tokens).containsKey("id_token").doesNotContainKey("refresh_token");
    }

    @Test
    void scopesThatAreNotConfiguredAreNotGranted() {
        JsonObject tokens = granted(token("scope", "email goauthentik.io/api admin offline_access"));

        assertThat(tokens.getString("scope")).isEqualTo("email");
        assertThat(claims(tokens.getString("access_token")).getString("scope")).isEqualTo("email");
        refused(token("scope", "bad\"scope"), "invalid_scope");
    }

    @Test
    void aDisabledOrSquattedAccountGetsNothing() {
        String accessToken = granted(token("scope", "openid")).getString("access_token");
        int pk = account("ak-" + id + "-client_credentials").getInt("pk");
        api.patch("/core/users/" + pk + "/", Json.createObjectBuilder().add("is_active", false).build());

        refused(token("scope", "openid"), "invalid_grant");
        assertThat(introspect(accessToken).getBoolean("active")).isFalse();

        application(id + "-2", SECRET, "client_credentials");
        api.create("/core/users/", Json.createObjectBuilder().add("username", "ak-" + id + "-2-client_credentials").add("name", "Squatter").build());
        refused(post(Map.of("grant_type", "client_credentials", "client_id", id + "-2", "client_secret", SECRET)), "invalid_grant");
    }

    @Test
    void anAppPasswordProvesItsAccount() {
        JsonObject robot = serviceAccount("robot-" + id);
        String name = robot.getString("username");
        String key = robot.getString("token");
        String combined = Base64.getEncoder().encodeToString((name + ":" + key).getBytes(StandardCharsets.UTF_8));

        for (Map<String, String> form : List.of(
                Map.of("grant_type", "client_credentials", "client_id", id, "username", name, "password", key, "scope", "email"),
                Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", combined, "scope", "email"),
                Map.of("grant_type", "password", "client_id", id, "client_secret", SECRET, "username", name, "password", key, "scope", "email"))) {
            JsonObject tokens = granted(post(form));
            assertThat(tokens).doesNotContainKey("refresh_token");
            assertThat(introspect(tokens.getString("access_token")).getString("username")).isEqualTo(name);
        }
    }

    @Test
    void whateverIsWrongAboutAnAppPasswordTheAnswerIsTheSame() {
        JsonObject robot = serviceAccount("robot-" + id);
        String name = robot.getString("username");
        String key = robot.getString("token");
        String other = serviceAccount("other-" + id).getString("username");
        String wrong = refused(account(name, "wrong"), "invalid_grant");

        assertThat(refused(account(other, key), "invalid_grant")).as("a foreign app password").isEqualTo(wrong);
        assertThat(refused(account("nobody-" + id, key), "invalid_grant")).isEqualTo(wrong);
        assertThat(refused(account("akadmin", GatehouseServer.PASSWORD), "invalid_grant")).as("a login password").isEqualTo(wrong);
        assertThat(refused(account("akadmin", GatehouseServer.TOKEN), "invalid_grant")).as("an API token").isEqualTo(wrong);
        api.create("/core/tokens/", Json.createObjectBuilder().add("identifier", "expired-" + id).add("intent", "app_password")
                .add("user", robot.getInt("user_pk")).add("expires", "2020-01-01T00:00:00Z").build());
        String expired = api.get("/core/tokens/expired-" + id + "/view_key/").getString("key");
        assertThat(refused(account(name, expired), "invalid_grant")).as("an expired app password").isEqualTo(wrong);
        api.patch("/core/users/" + robot.getInt("user_pk") + "/", Json.createObjectBuilder().add("is_active", false).build());
        assertThat(refused(account(name, key), "invalid_grant")).as("a disabled service account").isEqualTo(wrong);
        assertThat(api.get("/events/events/?action=login_failed&page_size=100").toString()).contains(name).doesNotContain(key).doesNotContain(expired);
    }

    @Test
    void aPolicyThatDeniesIsObeyed() {
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "none " + id)
                .add("expression", "context.oauth_grant_type != \"client_credentials\"").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/" + id + "/").getString("pk"))
                .add("policy", policy).add("order", 0).build());

        refused(token("scope", "email"), "invalid_grant");
    }

    @Test
    void whoMayNotUseTheGrantIsToldSo() {
        application(id + "-code", SECRET, "authorization_code");
        application(id + "-public", "", "authorization_code", "password");

        for (String grant : List.of("client_credentials", "password")) {
            refused(post(Map.of("grant_type", grant, "client_id", id + "-code", "client_secret", SECRET, "username", "a", "password", "b")),
                    "unauthorized_client");
        }
        refused(post(Map.of("grant_type", "client_credentials", "client_id", id + "-public")), "unauthorized_client");
        assertThat(provider(id + "-impossible", "", "client_credentials").statusCode()).as("a public client").isEqualTo(400);
        refused(post(Map.of("grant_type", "implicit", "client_id", id, "client_secret", SECRET)), "unsupported_grant_type");
    }

    @Test
    void aConfidentialClientNeedsItsSecretExceptWhereAnAccountProvesItself() {
        HttpResponse<String> missing = post(Map.of("grant_type", "client_credentials", "client_id", id));
        HttpResponse<String> wrong = post(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", "wrong"));

        assertThat(missing.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).isEqualTo(missing.body());
        assertThat(post(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", "wrong", "username", "a", "password", "b")).body())
                .as("a wrong secret beside an account").isEqualTo(missing.body());
        assertThat(post(Map.of("grant_type", "password", "client_id", id, "username", "a", "password", "b")).body())
                .as("the password grant").isEqualTo(missing.body());
        refused(post(Map.of("grant_type", "client_credentials", "client_id", id, "username", "a")), "invalid_request");
        refused(post(Map.of("grant_type", "password", "client_id", id, "client_secret", SECRET)), "invalid_request");
    }

    @Test
    void guessingASecretIsSlowedDownWithoutSayingSo() {
        Map<String, String> right = Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET, "scope", "email");
        Map<String, String> wrong = new TreeMap<>(right);
        wrong.put("client_secret", "wrong");
        String answer = post(wrong).body();
        // After ten failures the next guess has to wait for a second.
        for (int i = 0; i < 9; i++) {
            post(wrong);
        }

        HttpResponse<String> early = post(right);

        assertThat(early.statusCode()).isEqualTo(401);
        assertThat(early.body()).isEqualTo(answer);
        assertThat(post(Map.of("grant_type", "client_credentials", "client_id", id + "-nobody", "client_secret", "wrong")).body()).isEqualTo(answer);
    }

    @Test
    void repeatedParametersAreRefused() {
        for (String repeated : List.of("grant_type=client_credentials", "client_id=" + id, "scope=openid", "username=a", "client_secret=x")) {
            String form = HttpBrowser.form(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET, "scope", "email",
                    "username", "b", "password", "c")) + "&" + repeated;
            HttpBrowser browser = server.browser();
            refused(browser.send(browser.request("/application/o/token/").header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(form))), "invalid_request");
        }
    }

    @Test
    void theMetadataNameTheGrantsTheClientMayUse() {
        JsonArray grants = HttpBrowser.json(server.browser().get("/application/o/" + id + "/.well-known/openid-configuration"))
                .getJsonArray("grant_types_supported");

        assertThat(grants.stream().map(JsonValue::toString)).containsExactly("\"client_credentials\"", "\"password\"");
    }

    private HttpResponse<String> token(String... pairs) {
        Map<String, String> form = new TreeMap<>(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET));
        for (int i = 0; i < pairs.length; i += 2) {
            form.put(pairs[i], pairs[i + 1]);
        }
        return post(form);
    }

    private HttpResponse<String> account(String username, String password) {
        return post(Map.of("grant_type", "client_credentials", "client_id", id, "username", username, "password", password));
    }

    private HttpResponse<String> post(Map<String, String> form) {
        return server.browser().postForm("/application/o/token/", form);
    }

    private static JsonObject granted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("cache-control")).contains("no-store");
        return HttpBrowser.json(response);
    }

    private static String refused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
        return response.body();
    }

    private JsonObject introspect(String token) {
        return HttpBrowser.json(server.browser().postForm("/application/o/introspect/",
                Map.of("client_id", id, "client_secret", SECRET, "token", token)));
    }

    private static JsonObject claims(String accessToken) {
        String payload = new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8);
        try (var reader = Json.createReader(new StringReader(payload))) {
            return reader.readObject();
        }
    }

    private JsonObject account(String username) {
        JsonArray found = api.get("/core/users/?username=" + HttpBrowser.encode(username)).getJsonArray("results");
        assertThat(found).as(username).hasSize(1);
        return found.getJsonObject(0);
    }

    private JsonObject serviceAccount(String name) {
        HttpResponse<String> response = api.send("POST", "/core/users/service_account/", Json.createObjectBuilder().add("name", name).build().toString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private void application(String name, String secret, String... grants) {
        HttpResponse<String> provider = provider(name, secret, grants);
        assertThat(provider.statusCode()).as(provider.body()).isEqualTo(201);
        api.create("/core/applications/", Json.createObjectBuilder().add("name", name).add("slug", name)
                .add("provider", HttpBrowser.json(provider).getInt("pk")).build());
    }

    private HttpResponse<String> provider(String name, String secret, String... grants) {
        var mappings = Json.createArrayBuilder();
        api.get("/propertymappings/provider/scope/?page_size=100").getJsonArray("results").stream().map(JsonValue::asJsonObject)
                .filter(mapping -> List.of("openid", "email", "profile", "offline_access").contains(mapping.getString("scope_name")))
                .forEach(mapping -> mappings.add(mapping.getString("pk")));
        var provider = Json.createObjectBuilder().add("name", name).add("client_id", name)
                .add("authorization_flow", api.flowId("default-provider-authorization-implicit-consent"))
                .add("invalidation_flow", api.flowId("default-provider-invalidation-flow"))
                .add("client_type", secret.isEmpty() ? "public" : "confidential")
                .add("grant_types", Json.createArrayBuilder(List.of(grants)))
                .add("signing_key", api.get("/crypto/certificatekeypairs/?ordering=name").getJsonArray("results").getJsonObject(0).getString("pk"))
                .add("property_mappings", mappings).add("redirect_uris", Json.createArrayBuilder());
        if (!secret.isEmpty()) {
            provider.add("client_secret", secret);
        }
        return api.send("POST", "/providers/oauth2/", provider.build().toString());
    }
}
