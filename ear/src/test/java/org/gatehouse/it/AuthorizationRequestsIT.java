package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Authorization requests that are pushed, signed, or ask for more than scopes (RFC 9126, 9101, 8707, 9396). */
@ExtendWith(GatehouseServer.class)
class AuthorizationRequestsIT {

    private static final String SECRET = "the secret of requests, long enough for a MAC";
    private static final String REDIRECT = "https://rp.example.com/callback";
    private static final String API = "https://api.example.com/";
    private static final String FILES = "https://files.example.com/";
    private static final String PAYMENT = "[{\"type\":\"payment\",\"amount\":\"5\"}]";
    private static final String LOGIN = "default-authentication-flow";

    private static final ECKey KEY = key();

    private static int provider;

    private HttpBrowser browser;
    private CodeFlow flow;

    @BeforeAll
    static void createApplications(GatehouseServer server) {
        ApiClient api = server.api();
        provider = api.oauthApplication("requests", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        api.patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("client_credentials"))
                .add("authorization_requests", Json.createObjectBuilder()
                        .add("resources", Json.createArrayBuilder().add(API).add(FILES))
                        .add("authorization_details_types", Json.createArrayBuilder().add("payment"))).build());
        api.oauthApplication("requests-other", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent");
        int only = api.oauthApplication("requests-pushed", SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        api.patch("/providers/oauth2/" + only + "/", requests(Json.createObjectBuilder().add("require_pushed_authorization_requests", true)));
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = new CodeFlow(browser, "requests", REDIRECT);
    }

    @Test
    void aPushedRequestLeadsToACodeOnce() {
        JsonObject pushed = pushed(flow.parameters());

        assertThat(pushed.getString("request_uri")).startsWith("urn:ietf:params:oauth:request_uri:");
        assertThat(pushed.getInt("expires_in")).isPositive();
        Map<String, String> answer = flow.response(reference(pushed));
        assertThat(answer).containsEntry("state", "the-state").containsKeys("code", "iss");
        assertThat(flow.token(flow.tokenParameters(answer.get("code")), SECRET).statusCode()).isEqualTo(200);

        HttpResponse<String> again = flow.authorize(reference(pushed));
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.headers().firstValue("location")).isEmpty();
    }

    @Test
    void ofManyBrowsersThatBringAPushedRequestAtOnceOneGetsACode() throws Exception {
        Map<String, String> reference = reference(pushed(flow.parameters()));

        assertThat(winners(() -> getsACode(reference))).isEqualTo(1);
    }

    private boolean getsACode(Map<String, String> parameters) {
        try {
            return flow.response(parameters).containsKey("code");
        } catch (AssertionError refused) {
            return false;
        }
    }

    @Test
    void ofManyBrowsersThatBringASignedRequestAtOnceOneGetsThrough(GatehouseServer server) throws Exception {
        Map<String, String> parameters = flow.parameters();
        parameters.put("request", object(claims(server)));

        assertThat(winners(() -> flow.authorize(parameters).headers().firstValue("location").filter(to -> !to.contains("error=")).isPresent()))
                .isEqualTo(1);
    }

    private static long winners(Callable<Boolean> attempt) throws Exception {
        ExecutorService many = Executors.newFixedThreadPool(8);
        try {
            long winners = 0;
            for (var result : many.invokeAll(Collections.nCopies(16, attempt))) {
                winners += result.get() ? 1 : 0;
            }
            return winners;
        } finally {
            many.shutdown();
        }
    }

    @Test
    void aPushedRequestSurvivesTheLogin(GatehouseServer server) {
        HttpBrowser fresh = server.browser();
        CodeFlow stranger = new CodeFlow(fresh, "requests-pushed", REDIRECT);
        Map<String, String> parameters = stranger.parameters();
        parameters.put("prompt", "login");
        JsonObject pushed = HttpBrowser.json(push("requests-pushed", SECRET, parameters));

        String location = stranger.authorize(reference("requests-pushed", pushed)).headers().firstValue("location").orElseThrow();
        String back = logInAt(fresh, location);

        assertThat(back).contains("gatehouse_request=").doesNotContain("redirect_uri");
        assertThat(follow(fresh, server.url() + back)).contains("code=");
        assertThat(fresh.get(server.url() + back).statusCode()).as("the way back is good once").isEqualTo(400);
    }

    @Test
    void aPushedRequestIsGoodForItsClientOnly() {
        JsonObject pushed = pushed(flow.parameters());

        assertThat(browser.get("/application/o/authorize/?" + HttpBrowser.form(reference("requests-other", pushed))).statusCode()).isEqualTo(400);
        assertThat(flow.response(reference(pushed))).containsKey("code");
    }

    @Test
    void refusesToKeepWhatTheAuthorizationEndpointWouldRefuse() {
        for (Map.Entry<String, String> change : Map.of("redirect_uri", "https://evil.example/", "response_type", "nonsense", "prompt", "none login",
                "code_challenge", "short", "request_uri", "urn:ietf:params:oauth:request_uri:x", "resource", "https://other.example.com/").entrySet()) {
            Map<String, String> parameters = flow.parameters();
            parameters.put(change.getKey(), change.getValue());
            HttpResponse<String> response = push("requests", SECRET, parameters);
            assertThat(response.statusCode()).as(change.toString()).isEqualTo(400);
            assertThat(HttpBrowser.json(response)).as(change.toString()).containsKey("error");
        }
        assertThat(push("requests", "wrong", flow.parameters()).statusCode()).isEqualTo(401);
        Map<String, String> large = flow.parameters();
        large.put("x", "x".repeat(70_000));
        assertThat(push("requests", SECRET, large).statusCode()).isEqualTo(413);
        assertThat(browser.get("/application/o/par/").statusCode()).isEqualTo(405);
    }

    @Test
    void demandsPushedRequestsWhereTheProviderSaysSo() {
        CodeFlow only = new CodeFlow(browser, "requests-pushed", REDIRECT);

        assertThat(only.response(only.parameters())).containsEntry("error", "invalid_request").doesNotContainKey("code");
        JsonObject pushed = HttpBrowser.json(push("requests-pushed", SECRET, only.parameters()));
        assertThat(only.response(reference("requests-pushed", pushed))).containsKey("code");
        assertThat(HttpBrowser.json(browser.get("/application/o/requests-pushed/.well-known/openid-configuration"))
                .getBoolean("require_pushed_authorization_requests")).isTrue();
    }

    @Test
    void takesASignedRequestOnceAndItsParametersOverOthers(GatehouseServer server) throws Exception {
        Map<String, String> parameters = flow.parameters();
        parameters.put("request", object(claims(server).claim("state", "signed")));

        assertThat(flow.response(parameters)).containsEntry("state", "signed").containsKey("code");
        assertThat(flow.response(parameters)).containsEntry("error", "invalid_request_object");
        parameters.put("request", object(claims(server).issuer("another")));
        assertThat(flow.response(parameters)).containsEntry("error", "invalid_request_object");
        parameters.put("request", "eyJhbGciOiJub25lIn0.e30.");
        assertThat(flow.response(parameters)).containsEntry("error", "request_not_supported");
    }

    @Test
    void callsNoAddressThatIsNotRegistered() {
        try (HttpStub stub = new HttpStub().on("/object", "application/jwt", body -> "x")) {
            Map<String, String> parameters = flow.parameters();
            parameters.put("request_uri", stub.url("/object"));

            assertThat(flow.response(parameters)).containsEntry("error", "request_uri_not_supported");
            assertThat(stub.received()).isEmpty();
        }
    }

    @Test
    void fetchesTheObjectAtARegisteredAddress(GatehouseServer server) throws Exception {
        String object = object(claims(server).claim("state", "fetched"));
        try (HttpStub stub = new HttpStub().on("/object", "application/oauth-authz-req+jwt", body -> object)) {
            keyed(server, "requests-fetched", Json.createObjectBuilder().add("request_uris", Json.createArrayBuilder().add(stub.url("/object"))));
            CodeFlow fetched = new CodeFlow(browser, "requests-fetched", REDIRECT);
            Map<String, String> parameters = fetched.parameters();
            parameters.put("request_uri", stub.url("/object"));
            assertThat(fetched.response(parameters)).as("another client's object").containsEntry("error", "invalid_request_object");
            parameters.put("request_uri", stub.url("/object?other"));
            assertThat(fetched.response(parameters)).containsEntry("error", "invalid_request_uri");
            assertThat(stub.received()).hasSize(1);
        }
    }

    @Test
    void aSigningClientPushesObjectsOfItsOwnKeyOnly(GatehouseServer server) throws Exception {
        keyed(server, "requests-keyed", Json.createObjectBuilder().add("require_signed_request_object", true)
                .add("require_pushed_authorization_requests", true).add("request_object_signing_alg", "ES256"));
        CodeFlow keyed = new CodeFlow(browser, "requests-keyed", REDIRECT);

        HttpResponse<String> signed = push("requests-keyed", SECRET, Map.of("request", signed(server, keyed, KEY)));
        assertThat(signed.statusCode()).as(signed.body()).isEqualTo(201);
        assertThat(keyed.response(reference("requests-keyed", HttpBrowser.json(signed)))).containsEntry("state", "the-state").containsKey("code");
        for (Map<String, String> bad : List.of(keyed.parameters(), Map.of("request", signed(server, keyed, new ECKeyGenerator(Curve.P_256).keyID("k").generate())),
                Map.of("request", object(claims(server).issuer("requests-keyed"))))) {
            assertThat(push("requests-keyed", SECRET, bad).statusCode()).isEqualTo(400);
        }
    }

    @Test
    void holdsAProviderToOAuth21(GatehouseServer server) {
        keyed(server, "requests-modern", Json.createObjectBuilder().add("security_profile", "oauth_2_1"));
        CodeFlow modern = new CodeFlow(browser, "requests-modern", REDIRECT);
        Map<String, String> parameters = modern.parameters();

        assertThat(modern.token(modern.tokenParameters(modern.response(parameters).get("code")), SECRET).statusCode()).isEqualTo(200);
        parameters.put("code_challenge_method", "plain");
        assertThat(modern.response(parameters)).containsEntry("error", "invalid_request");
        parameters.remove("code_challenge");
        parameters.remove("code_challenge_method");
        assertThat(modern.response(parameters)).containsEntry("error", "invalid_request");
    }

    @Test
    void suggestsOAuth21ToWhoMakesAProviderInTheConsole() {
        String page = browser.get("/if/admin/object.xhtml?model=authentik_providers_oauth2.oauth2provider").body();

        assertThat(page).containsPattern("<option value=\"oauth_2_1\"[^>]*selected");
        assertThat(page).contains("FAPI 2.0 Message Signing");
    }

    @Test
    void neverWritesWhatWasSentIntoAPageAsItIs() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("response_mode", "form_post");
        parameters.put("state", "\"><script>alert(1)</script>");
        HttpResponse<String> response = flow.authorize(parameters);
        for (int hop = 0; hop < 5 && response.statusCode() / 100 == 3; hop++) {
            response = browser.get(response.uri().resolve(response.headers().firstValue("location").orElseThrow()).toString());
        }

        assertThat(response.body()).contains(REDIRECT).doesNotContain("<script>alert");
        parameters.put("redirect_uri", "javascript:alert(1)");
        assertThat(flow.authorize(parameters).body()).doesNotContain("javascript:alert");
    }

    @Test
    void bindsTokensToTheResourceThatIsAskedFor() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("resource", API);
        Map<String, String> exchange = flow.tokenParameters(flow.response(parameters).get("code"));
        JsonObject tokens = HttpBrowser.json(flow.token(exchange, SECRET));

        assertThat(payload(tokens.getString("access_token")).getString("aud")).isEqualTo(API);
        assertThat(introspected(tokens.getString("access_token")).getString("aud")).isEqualTo(API);
        Map<String, String> refresh = new LinkedHashMap<>(Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"),
                "resource", FILES));
        assertThat(HttpBrowser.json(flow.token(refresh, SECRET)).getString("error")).isEqualTo("invalid_target");
        refresh.put("resource", API);
        JsonObject refreshed = HttpBrowser.json(flow.token(refresh, SECRET));
        assertThat(payload(refreshed.getString("access_token")).getString("aud")).as("a refused request uses nothing up").isEqualTo(API);
    }

    @Test
    void keepsSeveralResourcesThroughALogin(GatehouseServer server) {
        HttpBrowser fresh = server.browser();
        String query = HttpBrowser.form(flow.parameters()) + "&resource=" + HttpBrowser.encode(API) + "&resource=" + HttpBrowser.encode(FILES);

        String location = fresh.get("/application/o/authorize/?" + query).headers().firstValue("location").orElseThrow();
        String answer = follow(fresh, server.url() + logInAt(fresh, location));
        String code = CodeFlow.query(URI.create(answer).getRawQuery()).get("code");
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(code), SECRET));

        assertThat(payload(tokens.getString("access_token")).getJsonArray("aud")).hasSize(2);
    }

    @Test
    void carriesAuthorizationDetailsToEverywhereTheyCount() {
        Map<String, String> parameters = flow.parameters();
        parameters.put("authorization_details", PAYMENT);
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(flow.response(parameters).get("code")), SECRET));

        assertThat(tokens.getJsonArray("authorization_details")).hasToString(PAYMENT);
        assertThat(payload(tokens.getString("access_token")).getJsonArray("authorization_details")).hasToString(PAYMENT);
        assertThat(introspected(tokens.getString("access_token")).getJsonArray("authorization_details")).hasToString(PAYMENT);
        parameters.put("authorization_details", "[{\"type\":\"unknown\"}]");
        assertThat(flow.response(parameters)).containsEntry("error", "invalid_authorization_details");
    }

    @Test
    void showsAuthorizationDetailsToWhoConsents(GatehouseServer server) {
        int asking = server.api().oauthApplication("requests-consent", SECRET, List.of(REDIRECT), "default-provider-authorization-explicit-consent")
                .getInt("pk");
        server.api().patch("/providers/oauth2/" + asking + "/", requests(Json.createObjectBuilder()
                .add("authorization_details_types", Json.createArrayBuilder().add("payment"))));
        Map<String, String> parameters = new CodeFlow(browser, "requests-consent", REDIRECT).parameters();
        parameters.put("authorization_details", PAYMENT);

        HttpResponse<String> page = browser.get("/application/o/authorize/?" + HttpBrowser.form(parameters));
        String location = page.headers().firstValue("location").orElseThrow();

        assertThat(browser.get(location).body()).contains("payment: amount 5");
        parameters.put("prompt", "none");
        assertThat(new CodeFlow(browser, "requests-consent", REDIRECT).response(parameters)).containsEntry("error", "consent_required");
    }

    @Test
    void aProgramAsksForItsOwnResource() {
        Map<String, String> form = new LinkedHashMap<>(Map.of("grant_type", "client_credentials", "scope", "profile", "resource", API,
                "authorization_details", PAYMENT));
        JsonObject tokens = HttpBrowser.json(flow.token(form, SECRET));

        assertThat(payload(tokens.getString("access_token")).getString("aud")).isEqualTo(API);
        assertThat(tokens.getJsonArray("authorization_details")).hasToString(PAYMENT);
        form.put("resource", "https://other.example.com/");
        assertThat(HttpBrowser.json(flow.token(form, SECRET)).getString("error")).isEqualTo("invalid_target");
    }

    @Test
    void knowsWhomTheClientExpects(GatehouseServer server) {
        String own = HttpBrowser.json(flow.token(flow.tokenParameters(flow.code()), SECRET)).getString("id_token");
        Map<String, String> parameters = flow.parameters();
        parameters.put("prompt", "none");
        parameters.put("id_token_hint", own);
        assertThat(flow.response(parameters)).containsKey("code");

        server.api().send("POST", "/core/users/", "{\"username\":\"requests-bob\",\"name\":\"Bob\"}");
        int bob = server.api().get("/core/users/?username=requests-bob").getJsonArray("results").getJsonObject(0).getInt("pk");
        server.api().send("POST", "/core/users/" + bob + "/set_password/", "{\"password\":\"the password of bob, long\"}");
        HttpBrowser other = server.browser();
        other.login("requests-bob", "the password of bob, long");
        assertThat(new CodeFlow(other, "requests", REDIRECT).response(parameters)).containsEntry("error", "login_required");
        parameters.put("id_token_hint", own.substring(0, own.length() - 4) + "AAAA");
        assertThat(flow.response(parameters)).containsEntry("error", "invalid_request");
    }

    @Test
    void speaksTheLanguageThatTheApplicationAsksFor(GatehouseServer server) {
        HttpBrowser fresh = server.browser();
        Map<String, String> parameters = flow.parameters();
        parameters.put("ui_locales", "fr de-CH en");

        String location = fresh.get("/application/o/authorize/?" + HttpBrowser.form(parameters)).headers().firstValue("location").orElseThrow();

        assertThat(fresh.get(location).body()).contains("lang=\"de\"");
        parameters.remove("ui_locales");
        String without = fresh.get("/application/o/authorize/?" + HttpBrowser.form(parameters)).headers().firstValue("location").orElseThrow();
        assertThat(fresh.get(without).body()).contains("lang=\"en\"");
    }

    @Test
    void saysWhichSettingsContradictTheProfile(GatehouseServer server) {
        HttpResponse<String> refused = server.api().send("PATCH", "/providers/oauth2/" + provider + "/",
                requests(Json.createObjectBuilder().add("security_profile", "fapi_2_security")).toString());

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("private_key_jwt").contains("bound to their sender");
    }

    /** An application whose client has registered {@link #KEY}. */
    private static void keyed(GatehouseServer server, String slug, JsonObjectBuilder settings) {
        int pk = server.api().oauthApplication(slug, SECRET, List.of(REDIRECT), "default-provider-authorization-implicit-consent").getInt("pk");
        JsonObject jwks = Json.createReader(new java.io.StringReader(new JWKSet(KEY).toString())).readObject();
        server.api().patch("/providers/oauth2/" + pk + "/", Json.createObjectBuilder().add("authorization_requests", settings)
                .add("client_authentication", Json.createObjectBuilder().add("jwks", jwks)).build());
    }

    /** The flow's correct request as an object. */
    private static String signed(GatehouseServer server, CodeFlow flow, ECKey key) throws Exception {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        flow.parameters().forEach(claims::claim);
        claims.issuer("requests-keyed").audience(server.url() + "/application/o/requests-keyed/").jwtID(UUID.randomUUID().toString())
                .notBeforeTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(60)));
        SignedJWT object = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").build(), claims.build());
        object.sign(new ECDSASigner(key));
        return object.serialize();
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject requests(JsonObjectBuilder settings) {
        return Json.createObjectBuilder().add("authorization_requests", settings).build();
    }

    private JsonObject pushed(Map<String, String> parameters) {
        HttpResponse<String> response = push("requests", SECRET, parameters);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        assertThat(response.headers().firstValue("cache-control")).hasValue("no-store");
        return HttpBrowser.json(response);
    }

    private HttpResponse<String> push(String client, String secret, Map<String, String> parameters) {
        Map<String, String> form = new LinkedHashMap<>(parameters);
        form.put("client_id", client);
        form.put("client_secret", secret);
        return browser.postForm("/application/o/par/", form);
    }

    private static Map<String, String> reference(JsonObject pushed) {
        return reference("requests", pushed);
    }

    private static Map<String, String> reference(String client, JsonObject pushed) {
        return new LinkedHashMap<>(Map.of("client_id", client, "request_uri", pushed.getString("request_uri")));
    }

    /** Logs in through the flow at the location and returns where it leads. */
    private static String logInAt(HttpBrowser browser, String location) {
        assertThat(location).contains("/if/flow/" + LOGIN + "/");
        String execution = CodeFlow.query(URI.create(location).getRawQuery()).get("execution");
        String path = "/api/v3/flows/executor/" + LOGIN + "/?query=" + HttpBrowser.encode("execution=" + execution);
        browser.get(path);
        browser.postJson(path, "{\"component\":\"ak-stage-identification\",\"uid_field\":\"akadmin\"}");
        JsonObject end = HttpBrowser.json(browser.postJson(path, Json.createObjectBuilder().add("component", "ak-stage-password")
                .add("password", GatehouseServer.PASSWORD).build().toString()));
        return end.getString("to");
    }

    /** Follows redirects until they lead to the client. */
    private static String follow(HttpBrowser browser, String from) {
        String location = from;
        for (int hop = 0; hop < 8 && !location.startsWith(REDIRECT); hop++) {
            HttpResponse<String> response = browser.get(location);
            location = response.uri().resolve(response.headers().firstValue("location").orElseThrow(
                    () -> new AssertionError(response.statusCode() + " " + response.body()))).toString();
        }
        return location;
    }

    private JsonObject introspected(String token) {
        return HttpBrowser.json(browser.postForm("/application/o/introspect/",
                Map.of("client_id", "requests", "client_secret", SECRET, "token", token)));
    }

    private static JsonObject payload(String jwt) {
        byte[] json = java.util.Base64.getUrlDecoder().decode(jwt.split("\\.")[1]);
        try (var reader = Json.createReader(new java.io.StringReader(new String(json, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    private static JWTClaimsSet.Builder claims(GatehouseServer server) {
        return new JWTClaimsSet.Builder().issuer("requests").audience(server.url() + "/application/o/requests/").jwtID(UUID.randomUUID().toString())
                .expirationTime(Date.from(Instant.now().plusSeconds(120))).claim("client_id", "requests");
    }

    private static String object(JWTClaimsSet.Builder claims) throws Exception {
        SignedJWT object = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
        object.sign(new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
        return object.serialize();
    }
}
