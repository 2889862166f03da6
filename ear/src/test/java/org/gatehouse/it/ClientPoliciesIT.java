package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What all clients of a kind have to keep: when they are saved, when they register themselves, and with each request. */
@ExtendWith(GatehouseServer.class)
class ClientPoliciesIT {

    private static final String POLICIES = "/providers/oauth2-client-policies/";
    private static final String SECRET = "the secret of a client with a policy";

    private final String id = "ruled-" + Long.toString(System.nanoTime(), 36);
    private final String host = id + ".example.com";
    private GatehouseServer server;
    private ApiClient api;
    private int provider;
    private String policy;

    @BeforeEach
    void createAClientThatWasThereBefore(GatehouseServer started) {
        server = started;
        api = server.api();
        provider = api.oauthApplication(id, SECRET, List.of("https://" + host + "/cb"), "default-provider-authorization-implicit-consent").getInt("pk");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", array("authorization_code", "client_credentials")).build());
    }

    @AfterEach
    void deletePolicy() {
        if (policy != null) {
            api.send("DELETE", POLICIES + policy + "/", "");
        }
    }

    @Test
    void aClientThatWasThereBeforeIsHeldToItsPolicyWithEachRequest() {
        CodeFlow flow = new CodeFlow(server.browser(), id, "https://" + host + "/cb");
        assertThat(flow.authorize(flow.parameters()).headers().firstValue("location").orElseThrow()).as("before").contains("/if/flow/");
        assertThat(token().statusCode()).isEqualTo(200);

        create(conditions(), Json.createObjectBuilder().add("require_pushed_requests", true).add("require_bound_tokens", true));

        assertThat(flow.response(flow.parameters())).containsEntry("error", "invalid_request");
        assertThat(token().statusCode()).as("without a proof").isEqualTo(400);
        assertThat(HttpBrowser.json(token("DPoP", new ProofKey().proof("POST", server.url() + "/application/o/token/"))).getString("token_type"))
                .isEqualTo("DPoP");
        JsonObject discovery = HttpBrowser.json(server.browser().get("/application/o/" + id + "/.well-known/openid-configuration"));
        assertThat(discovery.getBoolean("require_pushed_authorization_requests")).isTrue();

        api.patch(POLICIES + policy + "/", Json.createObjectBuilder().add("enabled", false).build());
        assertThat(token().statusCode()).as("switched off").isEqualTo(200);
    }

    @Test
    void aProviderThatKeepsLessIsNotSaved() {
        create(conditions(), Json.createObjectBuilder().add("security_profile", "fapi_2_security"));

        HttpResponse<String> refused = api.send("PATCH", "/providers/oauth2/" + provider + "/", Json.createObjectBuilder().add("name", id + " 2").build().toString());
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("security_profile");
        HttpResponse<String> malformed = api.send("POST", POLICIES, Json.createObjectBuilder().add("name", id + "-2")
                .add("conditions", Json.createObjectBuilder().add("networks", array("nowhere"))).build().toString());
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("networks");
        assertThat(api.send("POST", POLICIES, Json.createObjectBuilder().add("name", id).build().toString()).statusCode()).as("the name is taken").isEqualTo(400);
        assertThat(api.get(POLICIES + "?search=" + id).getJsonArray("results")).hasSize(1);
    }

    @Test
    void aClientThatRegistersItselfGetsWhatThePolicyDemands() {
        api.create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider).add("open_registration", true).build());
        create(conditions().add("origin", "registration").add("networks", array("127.0.0.0/8", "::1")),
                Json.createObjectBuilder().add("require_pushed_requests", true).add("authentication_methods", array("private_key_jwt")));

        HttpResponse<String> refused = register(Json.createObjectBuilder());
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(refused).getString("error")).isEqualTo("invalid_client_metadata");
        HttpResponse<String> answer = register(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt")
                .add("jwks", new ProofKey().jwks()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(HttpBrowser.json(answer).getBoolean("require_pushed_authorization_requests")).isTrue();
        assertThat(token().statusCode()).as("the administrator's client is none of these").isEqualTo(200);
    }

    private void create(JsonObjectBuilder conditions, JsonObjectBuilder demands) {
        policy = api.create(POLICIES, Json.createObjectBuilder().add("name", id).add("conditions", conditions).add("demands", demands).build())
                .getString("pk");
    }

    /** Of this test's clients only. */
    private JsonObjectBuilder conditions() {
        return Json.createObjectBuilder().add("redirect_hosts", array(host));
    }

    private HttpResponse<String> register(JsonObjectBuilder metadata) {
        HttpBrowser http = server.browser();
        return http.send(http.request("/application/o/" + id + "/register/").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(metadata.add("redirect_uris", array("https://" + host + "/own")).build().toString())));
    }

    private HttpResponse<String> token(String... headers) {
        return server.browser().postForm("/application/o/token/", Map.of("grant_type", "client_credentials", "client_id", id,
                "client_secret", SECRET), headers);
    }

    private static JsonArrayBuilder array(String... values) {
        return Json.createArrayBuilder(List.of(values));
    }
}
