package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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

/** How clients prove who they are beyond a secret sent along (RFC 7523, OpenID Connect Core 1.0 section 9), and how secrets change. */
@ExtendWith(GatehouseServer.class)
class ClientAuthenticationIT {

    private static final String SECRET = "the first secret of a client with two";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final String id = "proven-" + System.nanoTime();
    private final ProofKey key = new ProofKey();
    private GatehouseServer server;
    private ApiClient api;
    private String provider;

    @BeforeEach
    void createApplication(GatehouseServer started) {
        server = started;
        api = server.api();
        provider = "/providers/oauth2/" + api.oauthApplication(id, SECRET, List.of(), "default-provider-authorization-implicit-consent").getInt("pk") + "/";
        api.patch(provider, Json.createObjectBuilder().add("grant_types", Json.createArrayBuilder().add("client_credentials")).build());
    }

    @Test
    void aSignedAssertionTakesThePlaceOfTheSecretAtEveryEndpoint() {
        register(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", key.jwks()));

        HttpResponse<String> response = token(Map.of("client_assertion", key.assertion(id, issuer()), "client_assertion_type", TYPE));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        String token = HttpBrowser.json(response).getString("access_token");
        JsonObject described = HttpBrowser.json(post("introspect/", Map.of("token", token, "client_assertion", key.assertion(id, issuer()),
                "client_assertion_type", TYPE)));
        assertThat(described.getBoolean("active")).isTrue();
        assertThat(post("revoke/", Map.of("token", token, "client_assertion", key.assertion(id, server.url() + "/application/o/token/"),
                "client_assertion_type", TYPE)).statusCode()).isEqualTo(200);
        assertThat(HttpBrowser.json(post("introspect/", Map.of("token", token, "client_assertion", key.assertion(id, issuer()),
                "client_assertion_type", TYPE))).getBoolean("active")).isFalse();

        refused(token(Map.of("client_id", id, "client_secret", SECRET)));
        refused(token(Map.of("client_id", id)));
        refused(token(Map.of("client_assertion", new ProofKey().assertion(id, issuer()), "client_assertion_type", TYPE)));
        refused(token(Map.of("client_assertion", key.assertion(id, "https://other.example.com/"), "client_assertion_type", TYPE)));
        assertThat(HttpBrowser.json(token(Map.of("client_assertion", key.assertion(id, issuer()), "client_assertion_type", TYPE, "client_id", id,
                "client_secret", SECRET))).getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void ofManyThatBringOneAssertionAtOnceOneWins() throws Exception {
        register(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", key.jwks()));
        token(Map.of("client_assertion", key.assertion(id, issuer()), "client_assertion_type", TYPE));
        String assertion = key.assertion(id, issuer());
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> request = () -> token(Map.of("client_assertion", assertion, "client_assertion_type", TYPE)).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, request))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void keysThatOughtToBeSecretAreNotTaken() {
        for (JsonObject keys : List.of(key.privateJwks(), Json.createObjectBuilder().add("keys", "x").build())) {
            HttpResponse<String> response = api.send("PATCH", provider,
                    Json.createObjectBuilder().add("client_authentication", Json.createObjectBuilder().add("jwks", keys)).build().toString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(response.body()).contains("client_authentication.jwks");
        }
    }

    @Test
    void twoSecretsAreGoodWhileTheClientChangesThem() {
        String second = rotate("{}");
        assertThat(second).isNotEqualTo(SECRET);
        assertThat(List.of(SECRET, second)).allSatisfy(secret -> granted(Map.of("client_id", id, "client_secret", secret)));

        String third = rotate("{\"valid_for\": \"hours=1\"}");
        refused(token(Map.of("client_id", id, "client_secret", SECRET)));
        granted(Map.of("client_id", id, "client_secret", second));
        granted(Map.of("client_id", id, "client_secret", third));

        String fourth = rotate("{\"valid_for\": \"seconds=0\"}");
        refused(token(Map.of("client_id", id, "client_secret", second)));
        refused(token(Map.of("client_id", id, "client_secret", third)));
        granted(Map.of("client_id", id, "client_secret", fourth));
        assertThat(api.get("/events/events/?action=model_updated&page_size=100").toString()).contains(id).doesNotContain(fourth);
    }

    @Test
    void nobodyElseChangesASecretAndJunkChangesNothing() {
        assertThat(server.browser().postJson("/api/v3" + provider + "rotate_secret/", "{}").statusCode()).isEqualTo(403);
        for (String junk : List.of("", "[]", "{\"valid_for\": 5}", "{\"valid_for\": \"forever\"}", "{\"valid_for\": \"days=91\"}", "{\"x\": 1}")) {
            assertThat(api.send("POST", provider + "rotate_secret/", junk).statusCode()).as(junk).isEqualTo(400);
        }
        assertThat(api.send("POST", "/providers/oauth2/999999999/rotate_secret/", "{}").statusCode()).isEqualTo(404);
        assertThat(api.send("POST", "/providers/oauth2/x/rotate_secret/", "{}").statusCode()).isEqualTo(404);
        granted(Map.of("client_id", id, "client_secret", SECRET));
    }

    @Test
    void theMetadataNameMethodsAndAlgorithms() {
        JsonObject all = metadata();
        assertThat(all.getJsonArray("token_endpoint_auth_methods_supported").toString())
                .contains("client_secret_basic", "private_key_jwt", "tls_client_auth", "none");
        assertThat(all.getJsonArray("introspection_endpoint_auth_methods_supported").toString()).doesNotContain("\"none\"");
        assertThat(all.getJsonArray("dpop_signing_alg_values_supported").toString()).contains("ES256").doesNotContain("HS", "none");
        assertThat(all.getBoolean("tls_client_certificate_bound_access_tokens")).isFalse();

        register(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks", key.jwks())
                .add("token_endpoint_auth_signing_alg", "ES256"));
        JsonObject own = metadata();
        assertThat(own.getJsonArray("token_endpoint_auth_methods_supported")).hasToString("[\"private_key_jwt\"]");
        assertThat(own.getJsonArray("token_endpoint_auth_signing_alg_values_supported")).hasToString("[\"ES256\"]");
    }

    private JsonObject metadata() {
        return HttpBrowser.json(server.browser().get("/application/o/" + id + "/.well-known/openid-configuration"));
    }

    private void register(JsonObjectBuilder authentication) {
        api.patch(provider, Json.createObjectBuilder().add("client_authentication", authentication).build());
    }

    private String rotate(String body) {
        HttpResponse<String> response = api.send("POST", provider + "rotate_secret/", body);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response).getString("client_secret");
    }

    private String issuer() {
        return server.url() + "/application/o/" + id + "/";
    }

    private HttpResponse<String> token(Map<String, String> proof) {
        Map<String, String> form = new TreeMap<>(proof);
        form.put("grant_type", "client_credentials");
        form.put("scope", "email");
        return post("token/", form);
    }

    private HttpResponse<String> post(String endpoint, Map<String, String> form) {
        return server.browser().postForm("/application/o/" + endpoint, form);
    }

    private void granted(Map<String, String> proof) {
        HttpResponse<String> response = token(proof);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    private static void refused(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo("invalid_client");
        assertThat(response.headers().firstValue("www-authenticate")).isPresent();
    }
}
