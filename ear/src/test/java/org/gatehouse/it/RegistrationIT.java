package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that register themselves (RFC 7591, RFC 7592, OpenID Connect Dynamic Client Registration 1.0), and what they must not. */
@ExtendWith(GatehouseServer.class)
class RegistrationIT {

    private static final String SECRET = "the secret of the parent of clients";
    private static final String REDIRECT = "https://client.example.com/cb";

    private final String slug = "parent-" + Long.toString(System.nanoTime(), 36);
    private GatehouseServer server;
    private ApiClient api;
    private HttpBrowser http;
    private int provider;
    private String registration;

    @BeforeEach
    void createAWayToRegister(GatehouseServer started) {
        server = started;
        api = server.api();
        http = server.browser();
        provider = api.oauthApplication(slug, SECRET, List.of("https://parent.example.com/cb"), "default-provider-authorization-implicit-consent")
                .getInt("pk");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("client_credentials")).build());
        registration = api.create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider)
                .add("default_application_group", "Registered").add("access_token_validity", "minutes=10")
                .add("allowed_grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("implicit"))
                .build()).getString("pbm_uuid");
    }

    @Test
    void aClientRegistersLogsInManagesItselfAndLeaves() {
        assertThat(discovery().getString("registration_endpoint")).isEqualTo(server.url() + "/application/o/" + slug + "/register/");
        assertThat(api.get("/providers/oauth2/" + provider + "/setup_urls/").getString("dcr_registration")).endsWith("/" + slug + "/register/");

        HttpResponse<String> answer = register(metadata().add("post_logout_redirect_uris", Json.createArrayBuilder().add(REDIRECT + "/bye"))
                .add("contacts", Json.createArrayBuilder().add("me@client.example.com"))
                .add("client_uri", "https://client.example.com/").add("favourite_colour", "red"), initialToken("goauthentik.io/oidc/dcr"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        JsonObject client = HttpBrowser.json(answer);
        assertThat(client.getInt("client_secret_expires_at")).isZero();
        assertThat(client.getString("token_endpoint_auth_method")).isEqualTo("client_secret_basic");
        assertThat(client).doesNotContainKey("favourite_colour");
        assertThat(client.getJsonArray("contacts").getString(0)).isEqualTo("me@client.example.com");
        loginYieldsTheParentsIssuer(client);
        theApplicationIsInTheConsole(client);

        JsonObject renamed = changed(client, metadata().add("client_name", "Renamed"));
        assertThat(renamed.getString("client_name")).isEqualTo("Renamed");
        assertThat(renamed).doesNotContainKeys("contacts", "client_uri");
        assertThat(manage("GET", client, "").statusCode()).as("the token before").isEqualTo(401);
        assertThat(HttpBrowser.json(manage("GET", renamed, "")).getString("client_secret")).isEqualTo(client.getString("client_secret"));

        assertThat(manage("DELETE", renamed, "").statusCode()).isEqualTo(204);
        assertThat(manage("GET", renamed, "").statusCode()).isEqualTo(401);
        assertThat(authorize(client).statusCode()).isEqualTo(400);
        assertThat(api.get("/providers/oauth2/?client_id=" + client.getString("client_id")).getJsonArray("results")).isEmpty();
    }

    private void loginYieldsTheParentsIssuer(JsonObject client) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = new CodeFlow(browser, client.getString("client_id"), REDIRECT);
        Map<String, String> response = flow.response(flow.parameters());
        assertThat(response.get("iss")).isEqualTo(discovery().getString("issuer"));
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(response.get("code")), client.getString("client_secret")));
        assertThat(tokens.getInt("expires_in")).isEqualTo(600);
        assertThat(tokens.getString("scope").split(" ")).contains("openid").doesNotContain("goauthentik.io/oidc/dcr");
        String endSession = discovery().getString("end_session_endpoint");
        Map<String, String> logout = Map.of("id_token_hint", tokens.getString("id_token"), "post_logout_redirect_uri", REDIRECT + "/bye");
        assertThat(browser.get(endSession + "?" + HttpBrowser.form(logout)).statusCode()).as("a logout at the issuer").isEqualTo(302);
        assertThat(browser.get(endSession + "?" + HttpBrowser.form(Map.of("id_token_hint", tokens.getString("id_token"),
                "post_logout_redirect_uri", "https://elsewhere.example.com/"))).statusCode()).isEqualTo(400);
    }

    private void theApplicationIsInTheConsole(JsonObject client) {
        JsonObject made = api.get("/providers/oauth2/?client_id=" + client.getString("client_id")).getJsonArray("results").getJsonObject(0);
        JsonObject application = api.get("/core/applications/" + made.getString("assigned_application_slug") + "/");
        assertThat(application.getString("group")).isEqualTo("Registered");
        assertThat(application.getString("name")).isEqualTo("Client");
        assertThat(api.get("/events/events/?action=custom_client_registered&page_size=100").toString()).contains(client.getString("client_id"))
                .doesNotContain(client.getString("client_secret"), client.getString("registration_access_token"));
    }

    @Test
    void nobodyRegistersWithoutAnInitialAccessToken() {
        assertError(register(metadata(), ""), 401, "invalid_token");
        assertError(register(metadata(), "made-up"), 401, "invalid_token");
        assertError(register(metadata(), initialToken("email")), 403, "insufficient_scope");
        api.oauthApplication(slug + "-2", SECRET, List.of(), "default-provider-authorization-implicit-consent");
        assertError(send("POST", "/application/o/" + slug + "-2/register/", metadata().build().toString(), ""), 404, "not_found");
        assertError(send("POST", "/application/o/no-such-application/register/", metadata().build().toString(), ""), 404, "not_found");
        assertThat(send("GET", "/application/o/" + slug + "/register/", "", "").statusCode()).isEqualTo(405);
    }

    @Test
    void whoMayNotEnterTheApplicationRegistersNothing() {
        String token = initialToken("goauthentik.io/oidc/dcr");
        JsonObject policy = api.create("/policies/dummy/", Json.createObjectBuilder().add("name", slug).add("result", false)
                .add("wait_min", 0).add("wait_max", 0).build());
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/" + slug + "/").getString("pk"))
                .add("policy", policy.getString("pk")).add("order", 0).build());

        assertError(register(metadata(), token), 400, "access_denied");
    }

    @Test
    void whatIsBoundToTheWayToRegisterGuardsTheNewApplication() {
        JsonObject policy = api.create("/policies/dummy/", Json.createObjectBuilder().add("name", slug).add("result", false)
                .add("wait_min", 0).add("wait_max", 0).build());
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", registration).add("policy", policy.getString("pk"))
                .add("order", 0).build());

        JsonObject client = registered(metadata());

        String made = api.get("/providers/oauth2/?client_id=" + client.getString("client_id")).getJsonArray("results").getJsonObject(0)
                .getString("assigned_application_slug");
        assertThat(api.get("/core/applications/" + made + "/check_access/").getBoolean("passing")).isFalse();
    }

    @Test
    void malformedRegistrationsGetTheErrorsOfTheRfc() {
        String token = initialToken("goauthentik.io/oidc/dcr");
        assertError(register(metadata().add("redirect_uris", Json.createArrayBuilder().add("http://client.example.com/cb")), token), 400,
                "invalid_redirect_uri");
        assertError(register(metadata().remove("redirect_uris"), token), 400, "invalid_redirect_uri");
        assertError(register(metadata().add("redirect_uris", Json.createArrayBuilder().add("https://client.example.com/cb?code=1")), token), 400,
                "invalid_redirect_uri");
        assertError(register(metadata().add("grant_types", Json.createArrayBuilder().add("password")), token), 400, "invalid_client_metadata");
        assertError(register(metadata().add("contacts", "me"), token), 400, "invalid_client_metadata");
        assertError(register(metadata().add("token_endpoint_auth_method", "magic"), token), 400, "invalid_client_metadata");
        assertError(register(metadata().add("sector_identifier_uri", "https://127.0.0.1:1/"), token), 400, "invalid_client_metadata");
        assertError(send("POST", "/application/o/" + slug + "/register/", "[]", token), 400, "invalid_client_metadata");
        assertError(send("POST", "/application/o/" + slug + "/register/", "{", token), 400, "invalid_client_metadata");
        assertError(send("POST", "/application/o/" + slug + "/register/", "{\"client_name\":\"" + "x".repeat(70_000) + "\"}", token), 400,
                "invalid_client_metadata");
    }

    @Test
    void openRegistrationIsBounded() {
        api.patch("/providers/oauth2-dcr/" + registration + "/", Json.createObjectBuilder().add("open_registration", true)
                .add("most_clients", 2).add("registrations_per_hour", 4).build());

        assertThat(register(metadata(), "").statusCode()).isEqualTo(201);
        assertThat(register(metadata().add("token_endpoint_auth_method", "none"), "").body()).doesNotContain("client_secret");
        assertError(register(metadata(), ""), 400, "access_denied");
        assertError(register(metadata().remove("redirect_uris"), ""), 400, "invalid_redirect_uri");
        assertError(register(metadata(), ""), 429, "temporarily_unavailable");
    }

    @Test
    void aRegistrationTokenOpensOneClientOnly() {
        JsonObject one = registered(metadata());
        JsonObject other = registered(metadata());

        assertThat(send("GET", path(one), "", other.getString("registration_access_token")).statusCode()).isEqualTo(401);
        assertThat(send("GET", path(one), "", "").statusCode()).isEqualTo(401);
        assertThat(send("GET", path(one), "", initialToken("goauthentik.io/oidc/dcr")).statusCode()).isEqualTo(401);
        assertThat(send("POST", path(one), "{}", one.getString("registration_access_token")).statusCode()).isEqualTo(405);
        String token = one.getString("registration_access_token");
        assertError(send("PUT", path(one), metadata().build().toString(), token), 400, "invalid_client_metadata");
        assertError(send("PUT", path(one), metadata().add("client_id", other.getString("client_id")).build().toString(), token), 400,
                "invalid_client_metadata");
        assertError(send("PUT", path(one), metadata().add("client_id", one.getString("client_id")).add("client_secret", "mine").build().toString(),
                token), 400, "invalid_client_metadata");
        assertError(send("PUT", path(one), metadata().add("client_id", one.getString("client_id")).add("registration_access_token", token).build()
                .toString(), token), 400, "invalid_client_metadata");
        assertError(send("PUT", path(one), metadata().add("client_id", one.getString("client_id"))
                .add("redirect_uris", Json.createArrayBuilder().add("javascript:alert(1)")).build().toString(), token), 400, "invalid_redirect_uri");
        assertThat(manage("GET", one, "").statusCode()).as("still").isEqualTo(200);
    }

    @Test
    void ofTwoChangesWithTheSameTokenOneWins() throws Exception {
        JsonObject client = registered(metadata());
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Integer> statuses = new ArrayList<>();
        try {
            Callable<Integer> change = () -> manage("PUT", client, metadata().add("client_id", client.getString("client_id")).build().toString())
                    .statusCode();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(6, change))) {
                statuses.add(answer.get());
            }
        } finally {
            threads.shutdown();
        }
        assertThat(statuses).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 401);
    }

    @Test
    void webFingerLeadsToTheBrandsDefaultApplication() {
        assertThat(http.get("/.well-known/webfinger").statusCode()).isEqualTo(400);
        assertThat(http.get("/.well-known/webfinger?resource=acct:a@example.com&resource=acct:b@example.com").statusCode()).isEqualTo(400);
        JsonObject brand = api.get("/core/brands/").getJsonArray("results").getJsonObject(0);
        String path = "/core/brands/" + brand.getString("brand_uuid") + "/";
        api.patch(path, Json.createObjectBuilder().add("default_application", api.get("/core/applications/" + slug + "/").getString("pk")).build());
        try {
            HttpResponse<String> found = http.get("/.well-known/webfinger?resource=acct:a@example.com");
            assertThat(found.headers().firstValue("Content-Type").orElse("")).startsWith("application/jrd+json");
            assertThat(HttpBrowser.json(found).getJsonArray("links").getJsonObject(0).getString("href")).isEqualTo(discovery().getString("issuer"));
            assertThat(HttpBrowser.json(http.get("/.well-known/webfinger?resource=acct:a@example.com&rel=other")).getJsonArray("links")).isEmpty();
        } finally {
            api.patch(path, Json.createObjectBuilder().addNull("default_application").build());
        }
        assertThat(http.get("/.well-known/webfinger?resource=acct:a@example.com").statusCode()).isEqualTo(404);
    }

    @Test
    void documentsOfClientsAreNotFetchedUnlessAllowed() {
        String clientId = "https://client.example.com/client";
        assertThat(authorize(Json.createObjectBuilder().add("client_id", clientId).build()).statusCode()).isEqualTo(400);
        assertThat(api.send("PATCH", "/providers/oauth2-dcr/" + registration + "/", "{\"client_id_documents\":true}").statusCode()).isEqualTo(400);
        api.patch("/providers/oauth2-dcr/" + registration + "/", Json.createObjectBuilder().add("client_id_documents", true)
                .add("client_id_document_domains", Json.createArrayBuilder().add("127.0.0.1")).build());
        assertThat(discovery().getBoolean("client_id_metadata_document_supported")).isTrue();
        assertThat(authorize(Json.createObjectBuilder().add("client_id", "https://127.0.0.1:1/client").build()).statusCode()).isEqualTo(400);
        assertThat(authorize(Json.createObjectBuilder().add("client_id", clientId).build()).statusCode()).isEqualTo(400);
    }

    private JsonObject changed(JsonObject client, JsonObjectBuilder metadata) {
        HttpResponse<String> answer = manage("PUT", client, metadata.add("client_id", client.getString("client_id"))
                .add("client_secret", client.getString("client_secret")).build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return HttpBrowser.json(answer);
    }

    private JsonObject discovery() {
        return HttpBrowser.json(http.get("/application/o/" + slug + "/.well-known/openid-configuration"));
    }

    private HttpResponse<String> authorize(JsonObject client) {
        return http.get("/application/o/authorize/?" + HttpBrowser.form(Map.of("client_id", client.getString("client_id"), "response_type", "code",
                "redirect_uri", REDIRECT, "scope", "openid")));
    }

    private static JsonObjectBuilder metadata() {
        return Json.createObjectBuilder().add("client_name", "Client").add("redirect_uris", Json.createArrayBuilder().add(REDIRECT));
    }

    private JsonObject registered(JsonObjectBuilder metadata) {
        HttpResponse<String> answer = register(metadata, initialToken("goauthentik.io/oidc/dcr"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return HttpBrowser.json(answer);
    }

    private HttpResponse<String> register(JsonObjectBuilder metadata, String token) {
        return send("POST", "/application/o/" + slug + "/register/", metadata.build().toString(), token);
    }

    private HttpResponse<String> manage(String method, JsonObject client, String body) {
        return send(method, path(client), body, client.getString("registration_access_token"));
    }

    private String path(JsonObject client) {
        return "/application/o/" + slug + "/register/" + client.getString("client_id") + "/";
    }

    private HttpResponse<String> send(String method, String path, String body, String token) {
        var request = http.request(path).method(method, BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        return http.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private String initialToken(String scope) {
        return HttpBrowser.json(http.postForm("/application/o/token/", Map.of("grant_type", "client_credentials", "client_id", slug,
                "client_secret", SECRET, "scope", scope))).getString("access_token");
    }

    private static void assertError(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(HttpBrowser.json(answer).getString("error")).isEqualTo(error);
    }
}
