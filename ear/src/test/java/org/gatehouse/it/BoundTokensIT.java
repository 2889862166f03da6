package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
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

/** Tokens that are worth something only with a key (RFC 9449). */
@ExtendWith(GatehouseServer.class)
class BoundTokensIT {

    private static final String SECRET = "the secret of a client with a key";
    private static final String REDIRECT = "https://rp.example.com/callback";

    private final String id = "bound-" + System.nanoTime();
    private final ProofKey key = new ProofKey();
    private GatehouseServer server;
    private ApiClient api;
    private String provider;

    @BeforeEach
    void createApplication(GatehouseServer started) {
        server = started;
        api = server.api();
        provider = create(id, SECRET, "authorization_code", "refresh_token", "client_credentials");
    }

    @Test
    void aTokenThatAProofWasBroughtForIsUsedWithProofsOnly() {
        JsonObject tokens = HttpBrowser.json(program(key.proof("POST", tokenEndpoint())));
        String token = tokens.getString("access_token");

        assertThat(tokens.getString("token_type")).isEqualTo("DPoP");
        assertThat(claims(token).getJsonObject("cnf").getString("jkt")).isEqualTo(key.thumbprint());
        JsonObject described = HttpBrowser.json(server.browser().postForm("/application/o/introspect/",
                Map.of("client_id", id, "client_secret", SECRET, "token", token)));
        assertThat(described.getString("token_type")).isEqualTo("DPoP");
        assertThat(described.getJsonObject("cnf").getString("jkt")).isEqualTo(key.thumbprint());

        assertThat(userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint(), token, null)).statusCode()).isEqualTo(200);
        refusedAtUserinfo(userinfo("Bearer " + token, key.proof("GET", userinfoEndpoint(), token, null)), "invalid_token");
        refusedAtUserinfo(userinfo("Bearer " + token, null), "invalid_token");
        refusedAtUserinfo(userinfo("DPoP " + token, null), "invalid_dpop_proof");
        refusedAtUserinfo(userinfo("DPoP " + token, new ProofKey().proof("GET", userinfoEndpoint(), token, null)), "invalid_token");
        refusedAtUserinfo(userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint(), "another", null)), "invalid_dpop_proof");
        refusedAtUserinfo(userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint())), "invalid_dpop_proof");
        refusedAtUserinfo(userinfo("DPoP " + token, key.proof("POST", userinfoEndpoint(), token, null)), "invalid_dpop_proof");
        String once = key.proof("GET", userinfoEndpoint(), token, null);
        assertThat(userinfo("DPoP " + token, once).statusCode()).isEqualTo(200);
        refusedAtUserinfo(userinfo("DPoP " + token, once), "invalid_dpop_proof");
    }

    @Test
    void aBearerTokenStaysOne() {
        JsonObject tokens = HttpBrowser.json(program());
        String token = tokens.getString("access_token");

        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(claims(token)).doesNotContainKey("cnf");
        assertThat(userinfo("Bearer " + token, null).statusCode()).isEqualTo(200);
        refusedAtUserinfo(userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint(), token, null)), "invalid_token");
    }

    @Test
    void whatIsNoGoodProofGetsNoToken() {
        refused(program("junk"), "invalid_dpop_proof");
        refused(program(key.proof("GET", tokenEndpoint())), "invalid_dpop_proof");
        refused(program(key.proof("POST", userinfoEndpoint())), "invalid_dpop_proof");
        refused(program(key.proof("POST", tokenEndpoint()), key.proof("POST", tokenEndpoint())), "invalid_dpop_proof");
        register(Json.createObjectBuilder().add("dpop_bound_access_tokens", true));
        refused(program(), "invalid_dpop_proof");
    }

    @Test
    void ofManyThatBringOneProofAtOnceOneWins() throws Exception {
        program();
        String proof = key.proof("POST", tokenEndpoint());
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            Callable<Integer> request = () -> program(proof).statusCode();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, request))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aClientIsGivenTheNonceItNeeds() {
        register(Json.createObjectBuilder().add("dpop_nonce_required", true));
        HttpResponse<String> first = program(key.proof("POST", tokenEndpoint()));
        refused(first, "use_dpop_nonce");
        String nonce = first.headers().firstValue("dpop-nonce").orElseThrow();

        HttpResponse<String> second = program(key.proof("POST", tokenEndpoint(), null, nonce));
        assertThat(second.statusCode()).as(second.body()).isEqualTo(200);
        String token = HttpBrowser.json(second).getString("access_token");
        HttpResponse<String> asked = userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint(), token, null));
        refusedAtUserinfo(asked, "use_dpop_nonce");
        assertThat(userinfo("DPoP " + token, key.proof("GET", userinfoEndpoint(), token, asked.headers().firstValue("dpop-nonce").orElseThrow()))
                .statusCode()).isEqualTo(200);
        refused(program(key.proof("POST", tokenEndpoint(), null, "made-up")), "use_dpop_nonce");
    }

    @Test
    void aCodeThatIsBoundToAKeyIsRedeemedWithIt() {
        CodeFlow flow = flow(id);
        Map<String, String> parameters = flow.parameters();
        parameters.put("dpop_jkt", key.thumbprint());

        String stolen = flow.response(parameters).get("code");
        refused(redeem(flow, stolen, new ProofKey().proof("POST", tokenEndpoint())), "invalid_grant");
        refused(redeem(flow, stolen, key.proof("POST", tokenEndpoint())), "invalid_grant");
        String unproven = flow.response(parameters).get("code");
        refused(redeem(flow, unproven), "invalid_grant");
        String code = flow.response(parameters).get("code");
        refused(redeem(flow, code, "junk"), "invalid_dpop_proof");
        JsonObject tokens = HttpBrowser.json(redeem(flow, code, key.proof("POST", tokenEndpoint())));
        assertThat(tokens.getString("token_type")).isEqualTo("DPoP");

        parameters.put("dpop_jkt", "x");
        assertThat(flow.response(parameters)).containsEntry("error", "invalid_request");
    }

    @Test
    void theRefreshTokenOfAPublicClientIsBoundToItsKey() {
        create(id + "-public", "", "authorization_code", "refresh_token");
        CodeFlow flow = flow(id + "-public");
        Map<String, String> form = flow.tokenParameters(flow.code());
        form.put("client_id", id + "-public");
        JsonObject tokens = HttpBrowser.json(send(form, key.proof("POST", tokenEndpoint())));

        JsonObject renewed = HttpBrowser.json(send(refresh(tokens), key.proof("POST", tokenEndpoint())));
        assertThat(renewed.getString("token_type")).isEqualTo("DPoP");
        refused(send(refresh(renewed)), "invalid_grant");
        refused(send(refresh(renewed), new ProofKey().proof("POST", tokenEndpoint())), "invalid_grant");
        assertThat(send(refresh(renewed), key.proof("POST", tokenEndpoint())).statusCode()).as("not used up by the others").isEqualTo(200);
    }

    /** OpenID Connect Key Binding, as the contract has it: the ID token is bound, the access token stays a bearer token. */
    @Test
    void anIdTokenIsBoundToTheKeyThatIsShown() {
        String mapping = api.get("/propertymappings/provider/scope/?page_size=100").getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .filter(found -> found.getString("scope_name").equals("bound_key")).findFirst().orElseThrow().getString("pk");
        JsonArrayBuilder mappings = Json.createArrayBuilder(api.get(provider).getJsonArray("property_mappings")).add(mapping);
        api.patch(provider, Json.createObjectBuilder().add("property_mappings", mappings).build());
        CodeFlow flow = flow(id);
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", "openid bound_key offline_access");
        assertThat(flow.response(parameters)).as("without a key").containsEntry("error", "invalid_request");
        parameters.put("dpop_jkt", key.thumbprint());

        String unnamed = flow.response(parameters).get("code");
        refused(redeem(flow, unnamed, key.proof("POST", tokenEndpoint())), "invalid_dpop_proof");
        String code = flow.response(parameters).get("code");
        JsonObject tokens = HttpBrowser.json(redeem(flow, code, key.proofFor(code, tokenEndpoint())));

        JsonObject header = HttpBrowser.parse(new String(Base64.getUrlDecoder().decode(tokens.getString("id_token").split("\\.")[0]), StandardCharsets.UTF_8));
        assertThat(header.getString("typ")).isEqualTo("dpop+id_token");
        assertThat(claims(tokens.getString("id_token")).getJsonObject("cnf").getJsonObject("jwk")).containsKey("x").doesNotContainKey("d");
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(userinfo("Bearer " + tokens.getString("access_token"), null).statusCode()).isEqualTo(200);
        Map<String, String> refresh = new TreeMap<>(Map.of("grant_type", "refresh_token", "client_id", id, "client_secret", SECRET,
                "refresh_token", tokens.getString("refresh_token")));
        refused(send(refresh, new ProofKey().proof("POST", tokenEndpoint())), "invalid_grant");
        assertThat(HttpBrowser.json(send(refresh, key.proof("POST", tokenEndpoint()))).getString("id_token")).isNotEmpty();
    }

    private Map<String, String> refresh(JsonObject tokens) {
        return new TreeMap<>(Map.of("grant_type", "refresh_token", "client_id", id + "-public", "refresh_token", tokens.getString("refresh_token")));
    }

    private String create(String name, String secret, String... grants) {
        String path = "/providers/oauth2/" + api.oauthApplication(name, secret, List.of(REDIRECT), "default-provider-authorization-implicit-consent")
                .getInt("pk") + "/";
        api.patch(path, Json.createObjectBuilder().add("grant_types", Json.createArrayBuilder(List.of(grants))).build());
        return path;
    }

    private void register(JsonObjectBuilder authentication) {
        api.patch(provider, Json.createObjectBuilder().add("client_authentication", authentication).build());
    }

    private CodeFlow flow(String clientId) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        return new CodeFlow(browser, clientId, REDIRECT);
    }

    private HttpResponse<String> redeem(CodeFlow flow, String code, String... proofs) {
        Map<String, String> form = flow.tokenParameters(code);
        form.putAll(Map.of("client_id", id, "client_secret", SECRET));
        return send(form, proofs);
    }

    private HttpResponse<String> program(String... proofs) {
        return send(new TreeMap<>(Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET)), proofs);
    }

    private HttpResponse<String> send(Map<String, String> form, String... proofs) {
        List<String> headers = new ArrayList<>();
        for (String proof : proofs) {
            headers.addAll(List.of("DPoP", proof));
        }
        return server.browser().postForm("/application/o/token/", form, headers.toArray(String[]::new));
    }

    private HttpResponse<String> userinfo(String authorization, String proof) {
        HttpBrowser browser = server.browser();
        var request = browser.request("/application/o/userinfo/").GET().header("Authorization", authorization);
        return browser.send(proof == null ? request : request.header("DPoP", proof));
    }

    private static void refusedAtUserinfo(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(401);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
        List<String> challenges = response.headers().allValues("www-authenticate");
        assertThat(challenges).anyMatch(challenge -> challenge.startsWith("DPoP algs=\""));
        assertThat(challenges).anyMatch(challenge -> challenge.contains("error=\"" + error + "\""));
    }

    private static void refused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
    }

    private String tokenEndpoint() {
        return server.url() + "/application/o/token/";
    }

    private String userinfoEndpoint() {
        return server.url() + "/application/o/userinfo/";
    }

    private static JsonObject claims(String accessToken) {
        return HttpBrowser.parse(new String(Base64.getUrlDecoder().decode(accessToken.split("\\.")[1]), StandardCharsets.UTF_8));
    }
}
