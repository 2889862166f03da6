package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tokens for tokens, and tokens taken back: RFC 8693, 7523, 6749 section 6, 7009, against the running server. */
@ExtendWith(GatehouseServer.class)
class GrantsIT {

    private static final String SECRET = "the secret of a service that calls others";
    private static final String REDIRECT = "https://rp.example.com/callback";
    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private final String front = "front-" + System.nanoTime();
    private final String back = "back-" + System.nanoTime();
    private GatehouseServer server;
    private ApiClient api;
    private HttpBrowser browser;
    private CodeFlow flow;
    private int frontKey;
    private int backKey;

    @BeforeEach
    void createApplications(GatehouseServer started) {
        server = started;
        api = server.api();
        frontKey = application(front);
        backKey = application(back, frontKey);
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = new CodeFlow(browser, front, REDIRECT);
    }

    @Test
    void aServiceCallsAnotherOneForItsUser() {
        String subject = codeTokens().getString("access_token");

        JsonObject answer = granted(exchange(front, subject, "audience", back, "scope", "profile"));

        JsonObject claims = claims(answer.getString("access_token"));
        assertThat(answer.getString("issued_token_type")).isEqualTo(ACCESS_TOKEN);
        assertThat(answer).doesNotContainKeys("refresh_token", "id_token");
        assertThat(claims.getString("aud")).isEqualTo(back);
        assertThat(claims.getString("iss")).isEqualTo(server.url() + "/application/o/" + back + "/");
        assertThat(claims.getString("sub")).isEqualTo(claims(subject).getString("sub"));
        assertThat(claims.getInt("exp")).isLessThanOrEqualTo(claims(subject).getInt("exp"));
        JsonObject seen = introspect(back, answer.getString("access_token"));
        assertThat(seen.getBoolean("active")).isTrue();
        assertThat(seen.getString("username")).isEqualTo("akadmin");
        assertThat(seen.getString("client_id")).isEqualTo(front);
        assertThat(api.get("/events/events/?action=authorize_application&page_size=100").toString()).contains(EXCHANGE).doesNotContain(subject);
    }

    @Test
    void theActorIsNamedInTokenAndIntrospection() {
        String subject = codeTokens().getString("access_token");
        String actor = granted(post(front, Map.of("grant_type", "client_credentials", "scope", "profile"))).getString("access_token");

        String got = granted(exchange(front, subject, "audience", back, "actor_token", actor, "actor_token_type", ACCESS_TOKEN)).getString("access_token");

        assertThat(claims(got).getJsonObject("act").getString("sub")).isEqualTo(claims(actor).getString("sub"));
        assertThat(introspect(back, got).getJsonObject("act")).isEqualTo(claims(got).getJsonObject("act"));
    }

    @Test
    void whatMayNotBeExchangedIsRefused() {
        JsonObject tokens = codeTokens();
        String subject = tokens.getString("access_token");

        refused(exchange(front, granted(post(back, Map.of("grant_type", "client_credentials"))).getString("access_token")), "invalid_request");
        refused(exchange(front, subject, "audience", "nobody-" + back), "invalid_target");
        refused(exchange(front, subject, "resource", "https://api.example.com"), "invalid_target");
        refused(exchange(front, tokens.getString("refresh_token")), "invalid_request");
        refused(exchange(front, tokens.getString("id_token")), "invalid_request");
        refused(exchange(front, subject, "actor_token", subject, "actor_token_type", ACCESS_TOKEN), "invalid_request");
        refused(exchange(front, subject, "subject_token_type", "urn:ietf:params:oauth:token-type:saml2"), "invalid_request");
        deny(back);
        refused(exchange(front, subject, "audience", back), "invalid_grant");
        browser.challenge("default-invalidation-flow");
        refused(exchange(front, subject), "invalid_request");
    }

    @Test
    void aTokenOfATrustedProviderProvesAProgramOnce() {
        String token = granted(post(front, Map.of("grant_type", "client_credentials", "scope", "profile"))).getString("access_token");
        Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", back, "scope", "profile", "client_assertion", token,
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");

        JsonObject answer = granted(server.browser().postForm("/application/o/token/", form));

        JsonObject seen = introspect(back, answer.getString("access_token"));
        assertThat(seen.getString("username")).isEqualTo(back + "-" + claims(token).getString("sub"));
        assertThat(seen.getInt("exp")).isLessThanOrEqualTo(claims(token).getInt("exp"));
        refused(server.browser().postForm("/application/o/token/", form), "invalid_grant");
        refused(post(back, Map.of("grant_type", BEARER, "assertion", token)), "invalid_grant");
        refused(post(front, Map.of("grant_type", BEARER, "assertion", token)), "invalid_grant");
        assertThat(granted(server.browser().postForm("/application/o/token/", Map.of("grant_type", "client_credentials", "client_id", back,
                "client_secret", granted(post(front, Map.of("grant_type", "client_credentials"))).getString("access_token")))))
                .containsKey("access_token");
    }

    @Test
    void ofManyThatUseAnAssertionAtOnceOneWins() throws Exception {
        String token = granted(post(front, Map.of("grant_type", "client_credentials", "scope", "profile"))).getString("access_token");
        Map<String, String> form = Map.of("grant_type", "client_credentials", "client_id", back, "client_secret", token);

        assertThat(atOnce(() -> server.browser().postForm("/application/o/token/", form).statusCode())).containsOnlyOnce(200).containsOnly(200, 400);
    }

    @Test
    void ofManyThatRefreshAtOnceOneWinsAndTheFamilyIsRevoked() throws Exception {
        JsonObject tokens = codeTokens();
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"));

        assertThat(atOnce(() -> post(front, form).statusCode())).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(introspect(front, tokens.getString("access_token")).getBoolean("active")).isFalse();
    }

    @Test
    void ofManyThatRedeemACodeAtOnceOneWinsAndItsTokensAreRevoked() throws Exception {
        Map<String, String> form = flow.tokenParameters(flow.code());
        List<String> won = Collections.synchronizedList(new ArrayList<>());

        assertThat(atOnce(() -> {
            HttpResponse<String> answer = flow.token(form, SECRET);
            if (answer.statusCode() == 200) {
                won.add(HttpBrowser.json(answer).getString("access_token"));
            }
            return answer.statusCode();
        })).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(introspect(front, won.get(0)).getBoolean("active")).isFalse();
    }

    @Test
    void aRefreshTokenIsReplacedOnlyBelowTheThreshold() {
        api.patch("/providers/oauth2/" + frontKey + "/", Json.createObjectBuilder().add("refresh_token_threshold", "days=1").build());
        String token = codeTokens().getString("refresh_token");

        assertThat(granted(refresh(token))).doesNotContainKey("refresh_token");
        assertThat(granted(refresh(token))).doesNotContainKey("refresh_token");
        api.patch("/providers/oauth2/" + frontKey + "/", Json.createObjectBuilder().add("refresh_token_threshold", "days=31").build());
        assertThat(granted(refresh(token))).containsKey("refresh_token");
        refused(refresh(token), "invalid_grant");
    }

    @Test
    void revokingARefreshTokenTakesTheFamilyAndNobodyRevokesForOthers() {
        JsonObject tokens = codeTokens();

        assertThat(revoke(back, tokens.getString("refresh_token")).statusCode()).as("another client").isEqualTo(200);
        assertThat(introspect(front, tokens.getString("access_token")).getBoolean("active")).isTrue();
        assertThat(revoke(front, "made up").statusCode()).isEqualTo(200);
        assertThat(HttpBrowser.json(server.browser().postForm("/application/o/revoke/", credentials(front, Map.of()))).getString("error"))
                .isEqualTo("invalid_request");
        assertThat(server.browser().postForm("/application/o/revoke/", Map.of("client_id", front, "client_secret", "wrong", "token",
                tokens.getString("refresh_token"))).statusCode()).isEqualTo(401);
        assertThat(revoke(front, tokens.getString("refresh_token"), "token_type_hint", "something_else").statusCode()).isEqualTo(200);
        assertThat(introspect(front, tokens.getString("access_token")).getBoolean("active")).isFalse();
        refused(refresh(tokens.getString("refresh_token")), "invalid_grant");
    }

    @Test
    void aProviderThatTrustsAnotherLetsItAskAndEndWhatItHasExchanged() {
        String subject = granted(exchange(front, codeTokens().getString("access_token"), "audience", back)).getString("access_token");

        assertThat(introspect(front, subject).getBoolean("active")).as("back trusts front").isTrue();
        assertThat(introspect(back, codeTokens().getString("access_token")).getBoolean("active")).as("front trusts nobody").isFalse();
        assertThat(revoke(front, subject).statusCode()).isEqualTo(200);
        assertThat(introspect(back, subject).getBoolean("active")).isFalse();
    }

    @Test
    void everythingOfAUserOrAClientIsRevokedAtOnce() {
        JsonObject tokens = codeTokens();
        String code = flow.code();
        int admin = api.get("/core/users/?username=akadmin").getJsonArray("results").getJsonObject(0).getInt("pk");

        JsonObject answer = HttpBrowser.json(api.send("POST", "/core/users/" + admin + "/revoke_tokens/", ""));

        assertThat(answer.getInt("revoked")).isGreaterThanOrEqualTo(3);
        assertThat(introspect(front, tokens.getString("access_token")).getBoolean("active")).isFalse();
        refused(refresh(tokens.getString("refresh_token")), "invalid_grant");
        assertThat(flow.token(flow.tokenParameters(code), SECRET).statusCode()).as("the code").isEqualTo(400);

        String later = granted(post(front, Map.of("grant_type", "client_credentials"))).getString("access_token");
        assertThat(api.send("POST", "/providers/oauth2/" + frontKey + "/revoke_tokens/", "").statusCode()).isEqualTo(200);
        assertThat(introspect(front, later).getBoolean("active")).isFalse();
        assertThat(api.get("/events/events/?action=custom_tokens_revoked&page_size=100").toString()).contains("akadmin", front);
        assertThat(api.send("POST", "/providers/oauth2/999999/revoke_tokens/", "").statusCode()).isEqualTo(404);
        assertThat(browser.postJson("/api/v3/providers/oauth2/" + backKey + "/revoke_tokens/", "").statusCode()).as("without a CSRF token").isEqualTo(403);
        assertThat(server.browser().postJson("/api/v3/core/users/" + admin + "/revoke_tokens/", "").statusCode()).isEqualTo(403);
    }

    @Test
    void loggingOutLeavesWhatWasGrantedForLater() {
        JsonObject tokens = codeTokens();

        browser.challenge("default-invalidation-flow");

        assertThat(introspect(front, tokens.getString("access_token")).getBoolean("active")).isFalse();
        assertThat(granted(refresh(tokens.getString("refresh_token")))).containsKey("access_token");
    }

    @Test
    void aStatusListSaysWhichTokensWereRevoked() throws Exception {
        assertThat(claims(codeTokens().getString("access_token"))).as("unless asked for").doesNotContainKey("status");
        api.patch("/providers/oauth2/" + frontKey + "/", Json.createObjectBuilder()
                .add("token_formats", Json.createObjectBuilder().add("status_list", true)).build());
        JsonObject revoked = claims(revokedToken());
        JsonObject good = claims(codeTokens().getString("access_token"));

        HttpResponse<String> list = server.browser().get(reference(good).getString("uri"));

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.headers().firstValue("content-type").orElseThrow()).startsWith("application/statuslist+jwt");
        assertThat(list.headers().firstValue("cache-control")).contains("public, max-age=60");
        JsonObject all = HttpBrowser.json(server.browser().get(HttpBrowser.json(server.browser().get("/application/o/" + front
                + "/.well-known/openid-configuration")).getString("status_list_aggregation_endpoint")));
        assertThat(all.getJsonArray("status_lists").getValuesAs(JsonString::getString)).contains(reference(good).getString("uri"));
        JsonObject published = claims(list.body());
        assertThat(published.getString("sub")).isEqualTo(reference(good).getString("uri"));
        assertThat(isSet(published, reference(revoked).getInt("idx"))).isTrue();
        assertThat(isSet(published, reference(good).getInt("idx"))).isFalse();
        assertThat(server.browser().get("/application/o/" + back + "/status-list/0/").statusCode()).as("not published").isEqualTo(404);
        assertThat(server.browser().get("/application/o/" + back + "/status-lists/").statusCode()).isEqualTo(404);
    }

    private String revokedToken() {
        String token = codeTokens().getString("access_token");
        revoke(front, token);
        return token;
    }

    private static JsonObject reference(JsonObject claims) {
        return claims.getJsonObject("status").getJsonObject("status_list");
    }

    private static boolean isSet(JsonObject published, int index) throws DataFormatException {
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getUrlDecoder().decode(published.getJsonObject("status_list").getString("lst")));
        byte[] bits = new byte[8192];
        inflater.inflate(bits);
        return (bits[index / 8] >> index % 8 & 1) == 1;
    }

    @Test
    void theMetadataNameTheGrants() {
        assertThat(HttpBrowser.json(server.browser().get("/application/o/" + front + "/.well-known/openid-configuration"))
                .getJsonArray("grant_types_supported").toString()).contains(EXCHANGE, BEARER, "refresh_token");
    }

    private JsonObject codeTokens() {
        return granted(flow.token(flow.tokenParameters(flow.code()), SECRET));
    }

    private HttpResponse<String> exchange(String client, String subject, String... more) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", EXCHANGE, "subject_token", subject, "subject_token_type", ACCESS_TOKEN));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return post(client, form);
    }

    private HttpResponse<String> refresh(String token) {
        return post(front, Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    private HttpResponse<String> post(String client, Map<String, String> form) {
        return server.browser().postForm("/application/o/token/", credentials(client, form));
    }

    private HttpResponse<String> revoke(String client, String token, String... more) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("token", token));
        for (int i = 0; i < more.length; i += 2) {
            form.put(more[i], more[i + 1]);
        }
        return server.browser().postForm("/application/o/revoke/", credentials(client, form));
    }

    private JsonObject introspect(String client, String token) {
        return HttpBrowser.json(server.browser().postForm("/application/o/introspect/", credentials(client, Map.of("token", token))));
    }

    private static Map<String, String> credentials(String client, Map<String, String> form) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("client_id", client);
        all.put("client_secret", SECRET);
        return all;
    }

    private static List<Integer> atOnce(Callable<Integer> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(10);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(20, request))) {
                statuses.add(answer.get());
            }
            return statuses;
        } finally {
            threads.shutdown();
        }
    }

    private static JsonObject granted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private static void refused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
    }

    private static JsonObject claims(String jwt) {
        try (var reader = Json.createReader(new StringReader(new String(Base64.getUrlDecoder().decode(jwt.split("\\.")[1]), StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private void deny(String application) {
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "nobody " + application)
                .add("expression", "false").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("target", api.get("/core/applications/" + application + "/").getString("pk"))
                .add("policy", policy).add("order", 0).build());
    }

    private int application(String name, int... trusted) {
        int key = api.oauthApplication(name, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        JsonArrayBuilder federated = Json.createArrayBuilder();
        for (int provider : trusted) {
            federated.add(provider);
        }
        api.patch("/providers/oauth2/" + key + "/", Json.createObjectBuilder().add("jwt_federation_providers", federated)
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("client_credentials")
                        .add(EXCHANGE).add(BEARER)).build());
        return key;
    }
}
