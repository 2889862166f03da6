package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every response type in every response mode (OpenID Connect Core 1.0 sections 3.2 and 3.3, OAuth 2.0 Multiple Response Type Encoding
 * Practices, OAuth 2.0 Form Post Response Mode, JARM), and what is refused of them.
 */
@ExtendWith(GatehouseServer.class)
class ResponseTypesIT {

    private static final String SECRET = "the secret of the response types";
    private static final String REDIRECT = "https://rp.example.com/callback";
    private static final List<String> TYPES = List.of("code", "token", "id_token", "id_token token", "code id_token", "code token",
            "token id_token code");

    private HttpBrowser browser;
    private CodeFlow flow;
    private String keySet;

    @BeforeAll
    static void createApplications(GatehouseServer server) {
        application(server, "response-types", "authorization_code", "implicit", "hybrid", "refresh_token");
        application(server, "response-types-implicit", "implicit");
        application(server, "response-types-hybrid", "hybrid");
    }

    private static void application(GatehouseServer server, String slug, String... grantTypes) {
        int provider = server.api().oauthApplication(slug, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        JsonArrayBuilder grants = Json.createArrayBuilder();
        for (String grantType : grantTypes) {
            grants.add(grantType);
        }
        server.api().patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder().add("grant_types", grants).build());
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = new CodeFlow(browser, "response-types", REDIRECT);
        keySet = browser.get("/application/o/response-types/jwks/").body();
    }

    @Test
    void everyResponseTypeComesInEveryModeThatMayCarryIt() {
        for (String type : TYPES) {
            List<String> modes = new ArrayList<>(List.of("", "fragment", "form_post", "jwt", "fragment.jwt", "form_post.jwt"));
            modes.addAll(type.equals("code") ? List.of("query", "query.jwt") : List.of());
            for (String mode : modes) {
                AuthorizationAnswer answer = ask(type, mode, Map.of());

                assertThat(answer.way()).as(type + " " + mode).isEqualTo(way(type, mode));
                Map<String, String> parameters = mode.endsWith("jwt") ? opened(answer) : answer.parameters();
                assertThat(parameters).as(type + " " + mode).containsOnlyKeys(expected(type)).containsEntry("state", "the-state")
                        .containsEntry("iss", browser.get("/application/o/response-types/.well-known/openid-configuration")
                                .uri().resolve("/application/o/response-types/").toString());
            }
        }
    }

    @Test
    void idTokensNameWhatTheyCameWith() throws Exception {
        AuthorizationAnswer answer = ask("code id_token token", "", Map.of());
        JWTClaimsSet claims = AuthorizationAnswer.verified(answer.get("id_token"), keySet);

        assertThat(claims.getStringClaim("nonce")).isEqualTo("the-nonce");
        assertThat(claims.getAudience()).containsExactly("response-types");
        assertThat(claims.getStringClaim("at_hash"))
                .isEqualTo(AccessTokenHash.compute(new BearerAccessToken(answer.get("access_token")), JWSAlgorithm.RS256, null).getValue());
        assertThat(claims.getStringClaim("c_hash"))
                .isEqualTo(CodeHash.compute(new AuthorizationCode(answer.get("code")), JWSAlgorithm.RS256, null).getValue());
        assertThat(claims.getStringClaim("s_hash")).isNotEmpty();
        JsonObject redeemed = HttpBrowser.json(flow.token(flow.tokenParameters(answer.get("code")), SECRET));
        JWTClaimsSet second = AuthorizationAnswer.verified(redeemed.getString("id_token"), keySet);
        assertThat(second.getSubject()).isEqualTo(claims.getSubject());
        assertThat(second.getIssuer()).isEqualTo(claims.getIssuer());
        assertThat(second.getStringClaim("nonce")).isEqualTo("the-nonce");
    }

    @Test
    void anIdTokenAloneTellsTheClaimsOfTheScopes() throws Exception {
        JWTClaimsSet claims = AuthorizationAnswer.verified(ask("id_token", "", Map.of()).get("id_token"), keySet);

        assertThat(claims.getStringClaim("email")).isEqualTo("akadmin@gatehouse.example");
        assertThat(claims.getClaims()).doesNotContainKeys("at_hash", "c_hash");
    }

    @Test
    void anAccessTokenOfTheFrontChannelIsATokenLikeAnyOther() {
        AuthorizationAnswer answer = ask("id_token token", "", Map.of());
        String token = answer.get("access_token");

        assertThat(userinfo(token)).isEqualTo(200);
        assertThat(introspect(token).getBoolean("active")).isTrue();
        assertThat(introspect(token).getString("scope")).doesNotContain("offline_access");
        assertThat(flow.token(Map.of("grant_type", "refresh_token", "refresh_token", token), SECRET).statusCode()).isEqualTo(400);
        browser.postForm("/application/o/revoke/", Map.of("token", token, "client_id", "response-types", "client_secret", SECRET));
        assertThat(userinfo(token)).isEqualTo(401);
    }

    @Test
    void aCodeThatIsUsedTwiceTakesTheTokenOfItsAnswerWithIt() {
        AuthorizationAnswer answer = ask("code token", "", Map.of());
        flow.token(flow.tokenParameters(answer.get("code")), SECRET);
        assertThat(userinfo(answer.get("access_token"))).isEqualTo(200);

        assertThat(flow.token(flow.tokenParameters(answer.get("code")), SECRET).statusCode()).isEqualTo(400);

        assertThat(userinfo(answer.get("access_token"))).isEqualTo(401);
    }

    @Test
    void endingTheLoginEndsTokensOfTheFrontChannel() {
        String token = ask("code token", "", Map.of()).get("access_token");

        browser.challenge("default-invalidation-flow");

        assertThat(userinfo(token)).isEqualTo(401);
    }

    @Test
    void refusalsGoBackTheWayThatWasAskedFor() {
        assertRefused("fragment", "invalid_request", ask("id_token", "", without("nonce")));
        assertRefused("form_post", "invalid_request", ask("code id_token", "form_post", without("nonce")));
        assertRefused("fragment", "invalid_scope", ask("id_token token", "", Map.of("scope", "email")));
        assertRefused("query", "unsupported_response_type", ask("code none", "", Map.of()));
        assertRefused("query", "invalid_request", ask("code", "web_message", Map.of()));
        assertRefused("query", "invalid_request", ask("code", "", Map.of("claims", "{\"id_token\":[]}")));
        for (String mode : List.of("query", "query.jwt")) {
            assertRefused("fragment", "invalid_request", ask("code id_token", mode, Map.of()));
        }
        AuthorizationAnswer signed = ask("code", "jwt", Map.of("prompt", "none login"));
        assertThat(signed.way()).isEqualTo("query");
        assertThat(opened(signed)).containsEntry("error", "invalid_request").containsEntry("state", "the-state");
    }

    @Test
    void nobodyIsAskedAnythingForPromptNone(GatehouseServer server) {
        for (Map.Entry<String, String> mode : Map.of("", "fragment", "form_post", "form_post").entrySet()) {
            HttpBrowser stranger = server.browser();
            Map<String, String> parameters = flow.parameters();
            parameters.putAll(Map.of("response_type", "id_token", "prompt", "none", "response_mode", mode.getKey()));
            HttpResponse<String> response = new CodeFlow(stranger, "response-types", REDIRECT).authorize(parameters);

            assertRefused(mode.getValue(), "login_required", AuthorizationAnswer.of(stranger, response, REDIRECT));
        }
    }

    @Test
    void nothingIsSentToARedirectUriThatIsNotRegistered() {
        for (String mode : List.of("fragment", "form_post", "form_post.jwt")) {
            Map<String, String> parameters = flow.parameters();
            parameters.putAll(Map.of("response_type", "id_token", "response_mode", mode, "redirect_uri", "https://evil.example.com/"));
            HttpResponse<String> response = flow.authorize(parameters);

            assertThat(response.statusCode()).isEqualTo(400);
            assertThat(response.headers().firstValue("location")).isEmpty();
            assertThat(response.body()).doesNotContain("evil.example.com");
        }
    }

    @Test
    void aClientGetsWhatItsGrantTypesPermit() {
        CodeFlow implicit = new CodeFlow(browser, "response-types-implicit", REDIRECT);
        CodeFlow hybrid = new CodeFlow(browser, "response-types-hybrid", REDIRECT);

        for (String type : TYPES) {
            boolean inFront = !type.equals("code");
            boolean mixed = inFront && type.contains("code");
            assertThat(ask(implicit, type, "", Map.of()).get("error")).as(type).isEqualTo(inFront && !mixed ? null : "unauthorized_client");
            assertThat(ask(hybrid, type, "", Map.of()).get("error")).as(type).isEqualTo(mixed ? null : "unauthorized_client");
        }
        String code = ask(hybrid, "code id_token", "", Map.of()).get("code");
        assertThat(hybrid.token(hybrid.tokenParameters(code), SECRET).statusCode()).isEqualTo(200);
        assertThat(metadata("/application/o/response-types-implicit/.well-known/openid-configuration").getJsonArray("response_types_supported")
                .toString()).isEqualTo("[\"token\",\"id_token\",\"id_token token\"]");
    }

    @Test
    void publishesOneDocumentInThreePlaces() {
        JsonObject document = metadata("/application/o/response-types/.well-known/openid-configuration");

        for (String path : List.of("/application/o/response-types/.well-known/oauth-authorization-server",
                "/.well-known/oauth-authorization-server/application/o/response-types",
                "/.well-known/oauth-authorization-server/application/o/response-types/",
                "/.well-known/openid-configuration/application/o/response-types")) {
            assertThat(metadata(path)).as(path).isEqualTo(document);
        }
        assertThat(document.getJsonArray("response_types_supported")).hasSize(7);
        assertThat(document.getJsonArray("response_modes_supported").toString()).contains("form_post.jwt", "\"fragment\"");
        assertThat(document.getBoolean("claims_parameter_supported")).isTrue();
        assertThat(document.getJsonArray("acr_values_supported").getString(0)).isEqualTo("goauthentik.io/providers/oauth2/default");
        assertThat(document.getJsonArray("grant_types_supported").toString()).contains("implicit");
        assertThat(browser.get("/.well-known/oauth-authorization-server/application/o/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void singleClaimsAreToldWhereTheyWereAskedFor() throws Exception {
        String claims = "{\"userinfo\":{\"preferred_username\":{\"essential\":true}},\"id_token\":{\"email\":null}}";
        AuthorizationAnswer answer = ask("id_token token", "", Map.of("scope", "openid", "claims", claims));

        assertThat(AuthorizationAnswer.verified(answer.get("id_token"), keySet).getStringClaim("email")).isEqualTo("akadmin@gatehouse.example");
        HttpResponse<String> info = browser.send(browser.request("/application/o/userinfo/").GET()
                .header("Authorization", "Bearer " + answer.get("access_token")));
        assertThat(HttpBrowser.json(info)).containsKey("preferred_username").doesNotContainKey("email");
        assertRefused("fragment", "login_required", ask("id_token", "", Map.of("claims", "{\"id_token\":{\"sub\":{\"value\":\"nobody\"}}}")));
    }

    private AuthorizationAnswer ask(String type, String mode, Map<String, String> changes) {
        return ask(flow, type, mode, changes);
    }

    private AuthorizationAnswer ask(CodeFlow client, String type, String mode, Map<String, String> changes) {
        Map<String, String> parameters = client.parameters();
        parameters.put("response_type", type);
        parameters.put("response_mode", mode);
        parameters.putAll(changes);
        return AuthorizationAnswer.of(browser, client.authorize(parameters), REDIRECT);
    }

    /** An empty parameter counts as left out. */
    private static Map<String, String> without(String parameter) {
        return Map.of(parameter, "");
    }

    private static String way(String type, String mode) {
        String usual = type.equals("code") ? "query" : "fragment";
        return mode.isEmpty() || mode.equals("jwt") ? usual : mode.replace(".jwt", "");
    }

    private static Set<String> expected(String type) {
        Set<String> words = Set.of(type.split(" "));
        Set<String> names = new TreeSet<>(List.of("state", "iss", "session_state"));
        if (words.contains("code")) {
            names.add("code");
        }
        if (words.contains("id_token")) {
            names.add("id_token");
        }
        if (words.contains("token")) {
            names.addAll(List.of("access_token", "token_type", "expires_in", "scope"));
        }
        return names;
    }

    /** The parameters inside of a signed answer, which is for this client and no other. */
    private Map<String, String> opened(AuthorizationAnswer answer) {
        assertThat(answer.parameters()).containsOnlyKeys("response");
        JWTClaimsSet claims = AuthorizationAnswer.verified(answer.get("response"), keySet);
        assertThat(claims.getAudience()).containsExactly("response-types");
        assertThat(claims.getExpirationTime()).isInTheFuture();
        Map<String, String> parameters = new LinkedHashMap<>();
        claims.getClaims().forEach((name, value) -> parameters.put(name, String.valueOf(value)));
        parameters.keySet().removeAll(Set.of("aud", "exp"));
        return parameters;
    }

    private static void assertRefused(String way, String error, AuthorizationAnswer answer) {
        assertThat(answer.way()).isEqualTo(way);
        assertThat(answer.parameters()).containsOnlyKeys("error", "error_description", "state", "iss").containsEntry("error", error)
                .containsEntry("state", "the-state");
    }

    private JsonObject metadata(String path) {
        HttpResponse<String> response = browser.get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private int userinfo(String token) {
        return browser.send(browser.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + token)).statusCode();
    }

    private JsonObject introspect(String token) {
        return HttpBrowser.json(browser.postForm("/application/o/introspect/",
                Map.of("token", token, "client_id", "response-types", "client_secret", SECRET)));
    }
}
