package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What has broken other providers of OAuth 2.0 and OpenID Connect: for each advisory one test, named by what must hold. The advisory is the
 * first word of the display name.
 */
@ExtendWith(GatehouseServer.class)
class OAuthThreatsIT {

    private static OAuthProgram program;
    private static OAuthProgram other;
    private GatehouseServer server;
    private ApiClient api;
    private Person person;
    private HttpBrowser browser;
    private CodeFlow flow;

    @BeforeAll
    static void createClients(GatehouseServer server) {
        String[] grants = {"authorization_code", "refresh_token", "client_credentials", "password", OAuthProgram.DEVICE_CODE};
        program = OAuthProgram.create(server, "threats", grants);
        other = OAuthProgram.create(server, "threats-other", grants);
    }

    @BeforeEach
    void logIn(GatehouseServer started) {
        server = started;
        api = server.api();
        person = Person.create(api, "threatened");
        browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
        flow = program.flow(browser);
    }

    @Test
    @DisplayName("CVE-2024-52289: an exact redirect URI is no expression, and none is learnt")
    void anExactRedirectUriIsNoExpressionAndNoneIsLearnt() {
        assertNotRedirected(client("dotted", "https://foo.example.com/cb"), "https://fooaexample.com/cb", "https://foo.example-com/cb");
        assertNotRedirected(client("unregistered"), "https://foo.example.com/cb");
    }

    @Test
    @DisplayName("CVE-2024-52289: an expression covers the address from beginning to end")
    void anExpressionCoversTheWholeAddress() {
        String id = client("expression");
        patch(id, Json.createObjectBuilder().add("redirect_uris", Json.createArrayBuilder().add(Json.createObjectBuilder()
                .add("matching_mode", "regex").add("url", "https://[a-z]+\\.example\\.com/cb"))));

        assertNotRedirected(id, "https://a.example.com/cb/more", "https://a.example.com.evil.tld/cb", "https://evil.tld/?https://a.example.com/cb",
                "https://evil.tld/#https://a.example.com/cb", "https://a.example.com/cb#f", "xhttps://a.example.com/cb");
    }

    @Test
    @DisplayName("CVE-2026-41569, CVE-2026-3872, CVE-2026-7504, CVE-2023-6291, CVE-2026-18206: an address that only looks like the registered one is another")
    void anAddressThatOnlyLooksLikeTheRegisteredOneIsAnother() {
        assertNotRedirected(client("lookalike", "https://portal.example.com/cb"),
                "https://portal.example.com.evil.tld/cb", "https://portal.example.com@evil.tld/cb", "https://evil.tld@portal.example.com/cb",
                "https://a@b@portal.example.com/cb", "https://portal.example.com:8443/cb", "http://portal.example.com/cb",
                "https://portal.example.com/cb/", "https://portal.example.com/cb;/../x", "https://portal.example.com/CB",
                "https://evilportal.example.com/cb", "https://x.portal.example.com/cb", "https://portal.example.com/cb?next=x",
                "//portal.example.com/cb", "https:/portal.example.com/cb", "https://portal.example.com\\@evil.tld/cb",
                "https://portal.example.com%2eevil.tld/cb", "https://portal.example.com\tevil.tld/cb");
    }

    @Test
    @DisplayName("CVE-2024-8883, CVE-2026-18211: a loopback address opens its ports and nothing else, and only for public clients")
    void aLoopbackAddressOpensItsPortsAndNothingElse() {
        String open = publicClient("loopback", "http://127.0.0.1/cb");
        assertNotRedirected(open, "http://127.0.0.1.evil.tld/cb", "http://127.0.0.1:80@evil.tld/cb", "http://localhost.evil.tld/cb",
                "http://localhost:4711/cb", "http://127.0.0.1:4711/other", "http://127.0.0.2:4711/cb", "https://127.0.0.1:4711/cb",
                "http://user@127.0.0.1:4711/cb", "http://127.0.0.1:99999/cb");
        assertThat(authorize(open, "http://127.0.0.1:4711/cb").headers().firstValue("location").orElse("")).doesNotContain("error");
        assertNotRedirected(client("loopback-confidential", "http://127.0.0.1/cb"), "http://127.0.0.1:4711/cb");
    }

    @Test
    @DisplayName("CVE-2024-21637: a scheme that runs code can be neither registered nor used")
    void aSchemeThatRunsCodeCanBeNeitherRegisteredNorUsed() {
        String id = client("script", OAuthProgram.REDIRECT);
        for (String uri : List.of("javascript:alert(1)", "data:text/html,x", "vbscript:x", "JavaScript://x/%0aalert(1)", "file:///etc/passwd")) {
            assertThat(api.send("PATCH", "/providers/oauth2/" + provider(id) + "/", Json.createObjectBuilder().add("redirect_uris",
                    uris(uri)).build().toString()).statusCode()).as(uri).isEqualTo(400);
            Map<String, String> parameters = new CodeFlow(browser, id, uri).parameters();
            parameters.put("response_mode", "form_post");
            assertThat(new CodeFlow(browser, id, uri).authorize(parameters).statusCode()).as(uri).isEqualTo(400);
        }
    }

    @Test
    @DisplayName("CVE-2026-42849: what a client sends is text on our pages")
    void whatAClientSendsIsTextOnOurPages() {
        String attack = "\"><script>alert(1)</script><input value=\"'";
        Map<String, String> parameters = flow.parameters();
        parameters.put("state", attack);
        parameters.put("response_mode", "form_post");
        parameters.put("prompt", "nonsense");

        HttpResponse<String> page = flow.authorize(parameters);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("name=\"state\"").contains("&lt;script&gt;").doesNotContain("<script>alert");
        assertThat(page.headers().firstValue("content-security-policy").orElse("")).doesNotContain("unsafe-inline");
        parameters.put("redirect_uri", "https://evil.tld/" + attack);
        assertThat(flow.authorize(parameters).body()).doesNotContain("<script>alert");
    }

    @Test
    @DisplayName("CVE-2026-15573: an address that means another one after tidying up is refused")
    void anAddressThatMeansAnotherOneAfterTidyingUpIsRefused() {
        assertNotRedirected(client("tidy", "https://portal.example.com/app/cb"), "https://portal.example.com/app/x/../cb",
                "https://portal.example.com/app/./cb", "https://portal.example.com/app/%2e%2e/app/cb", "https://portal.example.com//app/cb",
                "https://portal.example.com/app/%63b", "https://portal.example.com/app/..;/cb");
    }

    @Test
    @DisplayName("GHSA-2wmj-46rj-qm2w, CVE-2026-29067: an answer never goes to a host that the request claims")
    void anAnswerNeverGoesToAHostThatTheRequestClaims() {
        HttpResponse<String> response = browser.send(browser.request("/application/o/authorize/?" + HttpBrowser.form(flow.parameters())).GET()
                .header("X-Original-URL", "https://evil.tld/").header("Forwarded", "host=evil.tld"));

        assertThat(response.headers().firstValue("location").orElse("")).doesNotStartWith("https://evil.tld");
        assertThat(response.body()).doesNotContain("evil.tld");
    }

    @Test
    @DisplayName("CVE-2024-23647, CVE-2023-48228: PKCE can be dropped neither before nor after the code")
    void pkceCanBeDroppedNeitherBeforeNorAfterTheCode() {
        Map<String, String> withoutVerifier = flow.tokenParameters(flow.code());
        withoutVerifier.remove("code_verifier");
        assertRefused(flow.token(withoutVerifier, OAuthProgram.SECRET), "invalid_grant");
        Map<String, String> withoutChallenge = flow.parameters();
        withoutChallenge.remove("code_challenge");
        withoutChallenge.remove("code_challenge_method");
        assertRefused(flow.token(flow.tokenParameters(flow.response(withoutChallenge).get("code")), OAuthProgram.SECRET), "invalid_grant");
        Map<String, String> challengeAsVerifier = flow.tokenParameters(flow.code());
        challengeAsVerifier.put("code_verifier", flow.parameters().get("code_challenge"));
        assertRefused(flow.token(challengeAsVerifier, OAuthProgram.SECRET), "invalid_grant");
    }

    @Test
    @DisplayName("CVE-2024-52287: no grant yields a scope that the provider does not have")
    void noGrantYieldsAScopeThatTheProviderDoesNotHave() {
        JsonObject alone = HttpBrowser.json(program.token("client_credentials", "scope", "email admin goauthentik.io/api"));
        assertThat(alone.getString("scope")).isEqualTo("email");
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", "openid email admin");
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(flow.response(parameters).get("code")), OAuthProgram.SECRET));
        assertThat(tokens.getString("scope").split(" ")).containsExactlyInAnyOrder("openid", "email");
    }

    @Test
    @DisplayName("CVE-2024-52287: a device code is good for the client that asked for it alone")
    void aDeviceCodeIsGoodForTheClientThatAskedForItAlone() {
        String code = HttpBrowser.json(program.post("device", "scope", "openid")).getString("device_code");

        assertRefused(other.token(OAuthProgram.DEVICE_CODE, "device_code", code), "expired_token");
    }

    @Test
    @DisplayName("CVE-2024-38371: the application's policies are asked by every grant")
    void theApplicationsPoliciesAreAskedByEveryGrant() {
        OAuthProgram closed = OAuthProgram.create(server, "threats-closed", "authorization_code", "client_credentials");
        CodeFlow before = closed.flow(browser);
        String code = before.code();
        close(closed);

        assertRefused(closed.token("client_credentials", "scope", "email"), "invalid_grant");
        assertRefused(before.token(before.tokenParameters(code), OAuthProgram.SECRET), "invalid_grant");
        assertThat(before.authorize(before.parameters()).headers().firstValue("location").orElse("")).doesNotContain("code=");
    }

    @Test
    @DisplayName("CVE-2024-47077: one client learns nothing about another one's token")
    void oneClientLearnsNothingAboutAnotherOnesToken() {
        assertThat(other.post("introspect", "token", program.accessToken("email")).body()).isEqualTo("{\"active\":false}");
    }

    @Test
    @DisplayName("CVE-2026-16089: a code is of no use to another client, and burnt once it was there")
    void aCodeIsOfNoUseToAnotherClient() {
        String code = flow.code();

        assertRefused(other.token("authorization_code", "code", code, "redirect_uri", OAuthProgram.REDIRECT, "code_verifier", CodeFlow.VERIFIER),
                "invalid_grant");
        assertRefused(flow.token(flow.tokenParameters(code), OAuthProgram.SECRET), "invalid_grant");
    }

    @Test
    @DisplayName("CVE-2026-4282: what is good for one purpose is nothing for any other")
    void whatIsGoodForOnePurposeIsNothingForAnyOther() {
        JsonObject tokens = tokens();
        String device = HttpBrowser.json(program.post("device", "scope", "openid")).getString("device_code");
        List<String> others = List.of(tokens.getString("access_token"), tokens.getString("refresh_token"), tokens.getString("id_token"), device);

        others.forEach(text -> assertRefused(program.token("authorization_code", "code", text), "invalid_grant"));
        for (String text : List.of(tokens.getString("access_token"), device, flow.code())) {
            assertRefused(program.token("refresh_token", "refresh_token", text), "invalid_grant");
        }
        for (String text : List.of(tokens.getString("access_token"), tokens.getString("refresh_token"), flow.code())) {
            assertRefused(program.token(OAuthProgram.DEVICE_CODE, "device_code", text), "expired_token");
        }
        for (String text : List.of(tokens.getString("refresh_token"), tokens.getString("id_token"), device, flow.code())) {
            assertThat(OAuthProgram.userInfo(server, "Bearer " + text).statusCode()).isEqualTo(401);
        }
    }

    @Test
    @DisplayName("CVE-2026-1609, CVE-2025-53942, CVE-2025-64521: a disabled account is dead in every grant")
    void aDisabledAccountIsDeadInEveryGrant() {
        JsonObject tokens = tokens();
        String code = flow.code();
        JsonObject robot = HttpBrowser.json(api.send("POST", "/core/users/service_account/", "{\"name\":\"robot-" + System.nanoTime() + "\"}"));
        disable(person.pk());
        disable(robot.getInt("user_pk"));

        assertRefused(flow.token(flow.tokenParameters(code), OAuthProgram.SECRET), "invalid_grant");
        assertRefused(program.token("refresh_token", "refresh_token", tokens.getString("refresh_token")), "invalid_grant");
        for (String grant : List.of("password", "client_credentials")) {
            assertRefused(program.token(grant, "username", robot.getString("username"), "password", robot.getString("token")), "invalid_grant");
        }
        assertThat(OAuthProgram.userInfo(server, "Bearer " + tokens.getString("access_token")).statusCode()).isEqualTo(401);
        assertThat(program.introspect(tokens.getString("access_token")).toString()).isEqualTo("{\"active\":false}");
    }

    @Test
    @DisplayName("CVE-2026-9792: a grant that is not allowed is refused whoever asks")
    void aGrantThatIsNotAllowedIsRefusedWhoeverAsks() {
        OAuthProgram strict = OAuthProgram.create(server, "threats-strict", "authorization_code");

        for (String grant : List.of("password", "client_credentials", "refresh_token", OAuthProgram.DEVICE_CODE)) {
            assertRefused(strict.token(grant, "username", "a", "password", "b", "refresh_token", "c", "device_code", "d"), "unauthorized_client");
        }
    }

    @Test
    @DisplayName("CVE-2026-90997: of many who redeem a code at once one wins")
    void ofManyWhoRedeemACodeAtOnceOneWins() {
        Map<String, String> parameters = flow.tokenParameters(flow.code());

        assertOneWinner(AtOnce.send(() -> flow.token(parameters, OAuthProgram.SECRET)));
    }

    @Test
    @DisplayName("CVE-2026-90997: of many who redeem a refresh token at once one wins")
    void ofManyWhoRedeemARefreshTokenAtOnceOneWins() {
        String token = tokens().getString("refresh_token");

        assertOneWinner(AtOnce.send(() -> program.token("refresh_token", "refresh_token", token)));
    }

    @Test
    @DisplayName("CVE-2026-8922: who ends a login ends its tokens")
    void whoEndsALoginEndsItsTokens() {
        JsonObject tokens = tokens();
        String session = api.get("/core/authenticated_sessions/?user__username=" + person.username()).getJsonArray("results").getJsonObject(0)
                .getString("uuid");

        assertThat(api.send("DELETE", "/core/authenticated_sessions/" + session + "/", "").statusCode()).isEqualTo(204);

        assertThat(program.introspect(tokens.getString("access_token")).toString()).isEqualTo("{\"active\":false}");
        assertRefused(program.token("refresh_token", "refresh_token", tokens.getString("refresh_token")), "invalid_grant");
    }

    @Test
    @DisplayName("CVE-2026-37977: a token that nobody has verified opens no origin")
    void aTokenThatNobodyHasVerifiedOpensNoOrigin() {
        String forged = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(("{\"azp\":\"" + program.id() + "\",\"aud\":\"" + program.id()
                + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        HttpResponse<String> response = OAuthProgram.userInfo(server, "Bearer eyJhbGciOiJub25lIn0." + forged + ".", "Origin", "https://rp.example.com");

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("access-control-allow-origin")).isEmpty();
        HttpResponse<String> foreign = OAuthProgram.userInfo(server, "Bearer " + program.accessToken("openid"), "Origin", "https://evil.tld");
        assertThat(foreign.headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    @DisplayName("CVE-2026-0707: a bearer token is written as the RFC says or not at all")
    void aBearerTokenIsWrittenAsTheRfcSays() {
        String token = program.accessToken("openid");
        for (String header : List.of("Bearer " + token + " x", "Bearer " + token + ",", "Bearer:" + token,
                "Token " + token, token, "Bearer \"" + token + "\"", "BearerBearer " + token)) {
            assertThat(OAuthProgram.userInfo(server, header).statusCode()).as(header).isIn(400, 401);
        }
        assertThat(OAuthProgram.userInfo(server, "bearer " + token).statusCode()).as("schemes know no case (RFC 9110)").isEqualTo(200);
    }

    private JsonObject tokens() {
        HttpResponse<String> response = flow.token(flow.tokenParameters(flow.code()), OAuthProgram.SECRET);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private String client(String name, String... redirectUris) {
        return create(name, OAuthProgram.SECRET, redirectUris);
    }

    private String publicClient(String name, String... redirectUris) {
        return create(name, "", redirectUris);
    }

    private String create(String name, String secret, String... redirectUris) {
        String id = name + "-" + Long.toString(System.nanoTime(), 36);
        api.oauthApplication(id, secret, List.of(redirectUris), "default-provider-authorization-implicit-consent");
        return id;
    }

    private int provider(String id) {
        return api.get("/core/applications/" + id + "/").getInt("provider");
    }

    private void patch(String id, jakarta.json.JsonObjectBuilder settings) {
        api.patch("/providers/oauth2/" + provider(id) + "/", settings.build());
    }

    private static JsonArrayBuilder uris(String uri) {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("matching_mode", "strict").add("url", uri));
    }

    private HttpResponse<String> authorize(String id, String redirectUri) {
        CodeFlow attempt = new CodeFlow(browser, id, redirectUri);
        return attempt.authorize(new LinkedHashMap<>(attempt.parameters()));
    }

    private void assertNotRedirected(String id, String... redirectUris) {
        for (String uri : redirectUris) {
            HttpResponse<String> response = authorize(id, uri);
            assertThat(response.statusCode()).as(uri).isEqualTo(400);
            assertThat(response.headers().firstValue("location")).as(uri).isEmpty();
        }
    }

    private static void assertRefused(HttpResponse<String> response, String error) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo(error);
    }

    private static void assertOneWinner(List<HttpResponse<String>> answers) {
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 200).count()).isEqualTo(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() != 200)).allSatisfy(answer -> assertRefused(answer, "invalid_grant"));
    }

    private void close(OAuthProgram closed) {
        String policy = api.create("/policies/expression/", Json.createObjectBuilder().add("name", "nobody " + System.nanoTime())
                .add("expression", "false").build()).getString("pk");
        api.create("/policies/bindings/", Json.createObjectBuilder().add("policy", policy).add("order", 0)
                .add("target", api.get("/core/applications/" + closed.id() + "/").getString("pk")).build());
    }

    private void disable(int user) {
        api.patch("/core/users/" + user + "/", Json.createObjectBuilder().add("is_active", false).build());
    }
}
