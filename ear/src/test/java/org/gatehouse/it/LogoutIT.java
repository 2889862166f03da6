package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How logins end for the clients they were used for: RP-initiated, back-channel and front-channel logout, session management. */
@ExtendWith(GatehouseServer.class)
class LogoutIT {

    private static final String SECRET = "the secret of the logout tests, long enough";
    private static final ClientStub RP = new ClientStub();
    private static final String CALLBACK = RP.url("/callback");
    private static final String BYE = RP.url("/bye");

    private HttpBrowser browser;
    private Person person;
    private JsonObject one;
    private JsonObject two;

    @BeforeAll
    static void createApplications(GatehouseServer server) {
        for (String slug : List.of("logout-one", "logout-two", "logout-alone", "logout-frame", "logout-frame-two")) {
            boolean frame = slug.startsWith("logout-frame");
            application(server, slug, Json.createObjectBuilder()
                    .add("logout_uri", frame ? RP.url("/" + slug + "?page=1") : RP.direct("/" + slug))
                    .add("logout_method", frame ? "frontchannel" : "backchannel")
                    .add("invalidation_flow", server.api().flowId(slug.equals("logout-alone") ? "default-provider-invalidation-flow"
                            : "default-invalidation-flow")));
        }
    }

    private static void application(GatehouseServer server, String slug, JsonObjectBuilder more) {
        int pk = server.api().oauthApplication(slug, SECRET, List.of(CALLBACK, "logout:" + BYE), "default-provider-authorization-implicit-consent")
                .getInt("pk");
        server.api().patch("/providers/oauth2/" + pk + "/", more.build());
    }

    @AfterAll
    static void close() {
        RP.close();
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        person = Person.create(server.api(), "logout");
        browser = server.browser();
        browser.login(person.username(), Person.PASSWORD);
    }

    @Test
    void aLogoutIsToldToEveryClientAndLeadsBack(GatehouseServer server) throws Exception {
        enterBoth();

        String location = follow(endSession("logout-one", Map.of("id_token_hint", one.getString("id_token"),
                "post_logout_redirect_uri", BYE, "state", "the state")));

        assertThat(location).isEqualTo(BYE + "?state=the%20state");
        assertToldAndSigned(server, "logout-one", one);
        assertToldAndSigned(server, "logout-two", two);
        assertThat(silent("logout-two")).containsEntry("error", "login_required");
        assertThat(userinfo(two).statusCode()).isEqualTo(401);
    }

    private void assertToldAndSigned(GatehouseServer server, String slug, JsonObject tokens) throws Exception {
        JWTClaimsSet idToken = SignedJWT.parse(tokens.getString("id_token")).getJWTClaimsSet();
        SignedJWT token = told(slug, idToken.getSubject());
        JWTClaimsSet claims = token.getJWTClaimsSet();
        RSAKey key = JWKSet.parse(browser.get("/application/o/" + slug + "/jwks/").body()).getKeys().get(0).toRSAKey();
        assertThat(token.verify(new RSASSAVerifier(key))).isTrue();
        assertThat(token.getHeader().getType()).hasToString("logout+jwt");
        assertThat(claims.getIssuer()).isEqualTo(server.url() + "/application/o/" + slug + "/").isEqualTo(idToken.getIssuer());
        assertThat(claims.getAudience()).containsExactly(slug);
        assertThat(claims.getClaim("sid")).isEqualTo(idToken.getClaim("sid")).isNotNull();
        assertThat(claims.getClaims()).containsKeys("iat", "exp", "jti", "events").doesNotContainKey("nonce");
    }

    /** The next logout token that is about this user: other tests' users log out as well. */
    private static SignedJWT told(String slug, String subject) throws ParseException {
        SignedJWT token = SignedJWT.parse(RP.next("/" + slug).form().get("logout_token"));
        return token.getJWTClaimsSet().getSubject().equals(subject) ? token : told(slug, subject);
    }

    @Test
    void aSessionThatAnAdministratorEndsIsToldAsWell(GatehouseServer server) throws Exception {
        enterBoth();
        String session = server.api().get("/core/authenticated_sessions/?user__username=" + person.username()).getJsonArray("results")
                .getJsonObject(0).getString("uuid");

        assertThat(server.api().send("DELETE", "/core/authenticated_sessions/" + session + "/", "").statusCode()).isEqualTo(204);

        assertToldAndSigned(server, "logout-two", two);
        assertThat(userinfo(one).statusCode()).isEqualTo(401);
    }

    @Test
    void anAccountThatIsDisabledIsToldAsWell(GatehouseServer server) throws Exception {
        enterBoth();

        server.api().patch("/core/users/" + person.pk() + "/", Json.createObjectBuilder().add("is_active", false).build());

        assertToldAndSigned(server, "logout-one", one);
    }

    @Test
    void aSessionWhoseTimeHasRunOutIsToldAsWell(GatehouseServer server) throws Exception {
        enterBoth();
        try (Connection connection = server.database().connect(); Statement statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE authenticated_session SET expires = now() - interval '1 minute' WHERE user_id = " + person.pk());
        }
        ExternalTool.run(server.home(), List.of(server.home().resolve("bin/jboss-cli.sh").toString(), "--connect", "--controller=127.0.0.1:10490",
                "--command=/deployment=gatehouse.ear/subdeployment=gatehouse-batch.jar/subsystem=batch-jberet:start-job(job-xml-name=clean-expired)"));

        assertToldAndSigned(server, "logout-one", one);
    }

    @Test
    void whoLogsInAgainIsNotLoggedOutOfApplicationsAndStillIsLater(GatehouseServer server) throws Exception {
        enterBoth();

        browser.login(person.username(), Person.PASSWORD);
        assertThat(participants(server)).isEqualTo(2);

        browser.challenge("default-invalidation-flow");
        assertToldAndSigned(server, "logout-one", one);
    }

    private long participants(GatehouseServer server) throws SQLException {
        try (Connection connection = server.database().connect(); Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*) FROM session_client c JOIN authenticated_session s ON s.id = c.session_id "
                        + "WHERE s.user_id = " + person.pk())) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    void whatWasGrantedForOfflineOutlivesTheLogout() {
        JsonObject tokens = tokens("logout-one", "openid offline_access");

        browser.challenge("default-invalidation-flow");

        HttpResponse<String> refreshed = flow("logout-one").token(Map.of("grant_type", "refresh_token", "refresh_token",
                tokens.getString("refresh_token")), SECRET);
        assertThat(refreshed.statusCode()).isEqualTo(200);
    }

    @Test
    void asksWhoComesWithoutAHintAndEndsNothingBefore(GatehouseServer server) {
        enterBoth();
        HttpResponse<String> response = endSession("logout-one", Map.of("post_logout_redirect_uri", BYE));
        String page = response.headers().firstValue("location").orElseThrow();

        String question = browser.get(page).body();

        assertThat(question).contains("Log out of Application logout-one?", "id=\"submit\"");
        assertThat(userinfo(one).statusCode()).isEqualTo(200);
        Map<String, String> form = HiddenFields.of(question);
        HttpResponse<String> answered = browser.postForm(page, form, "Origin", server.url());
        assertThat(answered.headers().firstValue("location")).contains(BYE);
        assertThat(userinfo(one).statusCode()).isEqualTo(401);
    }

    @Test
    void takesAPostAndRunsWithoutALogin(GatehouseServer server) {
        enterBoth();
        HttpBrowser stranger = server.browser();
        HttpResponse<String> response = stranger.postForm("/application/o/logout-one/end-session/",
                Map.of("id_token_hint", one.getString("id_token"), "post_logout_redirect_uri", BYE));

        assertThat(stranger.get(response.headers().firstValue("location").orElseThrow()).headers().firstValue("location")).contains(BYE);
        assertThat(userinfo(one).statusCode()).as("somebody else's login").isEqualTo(200);
    }

    @Test
    void neverLeadsToAnAddressThatIsNotRegistered() {
        enterBoth();
        for (String uri : List.of(CALLBACK, BYE + "?x=1", "https://evil.example/", "javascript:alert(1)")) {
            HttpResponse<String> response = endSession("logout-one", Map.of("id_token_hint", one.getString("id_token"), "post_logout_redirect_uri", uri));
            assertThat(response.statusCode()).as(uri).isEqualTo(400);
            assertThat(response.headers().firstValue("location")).as(uri).isEmpty();
        }
        assertThat(endSession("logout-one", Map.of("id_token_hint", two.getString("id_token"))).statusCode()).as("another client's token").isEqualTo(400);
        assertThat(userinfo(one).statusCode()).isEqualTo(200);
    }

    @Test
    void leavingOneApplicationLeavesTheRestAndOffersToGo() {
        JsonObject alone = tokens("logout-alone", "openid");
        enterBoth();

        HttpResponse<String> response = endSession("logout-alone", Map.of("id_token_hint", alone.getString("id_token")));
        String page = browser.get(response.headers().firstValue("location").orElseThrow()).body();

        assertThat(page).contains("You have logged out of Application logout-alone", "/if/flow/default-invalidation-flow/", "/if/user/");
        assertThat(userinfo(alone).statusCode()).isEqualTo(401);
        assertThat(userinfo(one).statusCode()).isEqualTo(200);
        assertThat(RP.wasAsked("/logout-alone")).isFalse();
    }

    @Test
    void aLogoutSpeaksTheLanguageThatTheClientAsksFor() {
        assertThat(endSession("logout-one", Map.of("ui_locales", "fr de-CH en")).headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("gatehouse_language=de;"));
        assertThat(endSession("logout-one", Map.of()).headers().allValues("set-cookie"))
                .anyMatch(cookie -> cookie.startsWith("gatehouse_language=\"\";") && cookie.contains("1970"));
    }

    @Test
    void metadataSaysSo(GatehouseServer server) {
        JsonObject metadata = HttpBrowser.json(browser.get("/application/o/logout-one/.well-known/openid-configuration"));

        assertThat(metadata.getString("end_session_endpoint")).isEqualTo(server.url() + "/application/o/logout-one/end-session/");
        assertThat(metadata.getString("check_session_iframe")).isEqualTo(server.url() + "/application/o/check-session/");
        for (String feature : List.of("frontchannel_logout_supported", "frontchannel_logout_session_supported", "backchannel_logout_supported",
                "backchannel_logout_session_supported")) {
            assertThat(metadata.getBoolean(feature)).as(feature).isTrue();
        }
    }

    @Test
    void theFrameOfTheSessionCheckIsTheOnlyPageThatOthersMayFrame() {
        HttpResponse<String> frame = browser.get("/application/o/check-session/");

        assertThat(frame.statusCode()).isEqualTo(200);
        assertThat(frame.headers().firstValue("x-frame-options")).isEmpty();
        assertThat(frame.headers().allValues("content-security-policy")).singleElement().asString().contains("frame-ancestors *", "script-src 'self'");
        assertThat(browser.get("/application/o/logout-one/end-session/").headers().firstValue("x-frame-options")).contains("DENY");
    }

    @Test
    void aLoginCanBeginAtThePortal(GatehouseServer server) {
        application(server, "logout-launch", Json.createObjectBuilder().add("registration",
                Json.createObjectBuilder().add("initiate_login_uri", RP.direct("/login"))));

        String location = browser.get("/application/launch/logout-launch/").headers().firstValue("location").orElseThrow();

        assertThat(location).startsWith(RP.direct("/login?"));
        assertThat(CodeFlow.query(URI.create(location).getRawQuery())).containsEntry("iss", server.url() + "/application/o/logout-launch/")
                .containsEntry("login_hint", person.username());
    }

    @Test
    void aLogoutShowsTheClientsPagesInFramesAndGoesOn(GatehouseServer server) throws Exception {
        try (ChromiumBrowser chromium = new ChromiumBrowser()) {
            chromium.open(server.url() + "/if/flow/default-authentication-flow/");
            chromium.login(person.username(), Person.PASSWORD);
            chromium.await(page -> page.getCurrentUrl().contains("/if/user"));
            chromium.open(authorizeUrl(server, "logout-frame"));
            chromium.await(page -> page.getCurrentUrl().startsWith(CALLBACK));
            chromium.open(authorizeUrl(server, "logout-frame-two"));
            chromium.await(page -> page.getCurrentUrl().startsWith(CALLBACK));

            chromium.open(server.url() + "/application/o/logout-frame/end-session/?post_logout_redirect_uri=" + HttpBrowser.encode(BYE));
            chromium.submit();
            chromium.await(page -> page.getCurrentUrl().equals(BYE));

            Map<String, String> query = RP.next("/logout-frame").query();
            assertThat(query).containsEntry("page", "1").containsEntry("iss", server.url() + "/application/o/logout-frame/").containsKey("sid");
        }
    }

    @Test
    void aClientsPageLearnsThatTheLoginIsAnother(GatehouseServer server) {
        RP.page("/callback", """
                <!DOCTYPE html><title>waiting</title><iframe id="op" src="%s/application/o/check-session/"></iframe>
                <script>
                addEventListener('message', event => { if (event.origin === '%s') document.title = event.data; });
                function ask(client) {
                  var state = new URLSearchParams(location.search).get('session_state');
                  document.title = 'waiting';
                  document.getElementById('op').contentWindow.postMessage(client + ' ' + state, '%s');
                }
                document.getElementById('op').addEventListener('load', () => ask('logout-one'));
                </script>""".formatted(server.url(), server.url(), server.url()));
        try (ChromiumBrowser chromium = new ChromiumBrowser()) {
            chromium.open(server.url() + "/if/flow/default-authentication-flow/");
            chromium.login(person.username(), Person.PASSWORD);
            chromium.await(page -> page.getCurrentUrl().contains("/if/user"));
            chromium.open(authorizeUrl(server, "logout-one"));
            chromium.await(page -> page.getTitle().equals("unchanged"));
            String rpPage = chromium.driver().getCurrentUrl();

            ask(chromium, "logout-two");
            chromium.await(page -> page.getTitle().equals("changed"));
            ask(chromium, "");
            chromium.await(page -> page.getTitle().equals("error"));

            chromium.open(server.url() + "/if/flow/default-invalidation-flow/");
            chromium.open(rpPage);
            chromium.await(page -> page.getTitle().equals("changed"));
        } finally {
            RP.page("/callback", "<!DOCTYPE html><title>callback</title>");
        }
    }

    private static void ask(ChromiumBrowser chromium, String client) {
        ((org.openqa.selenium.JavascriptExecutor) chromium.driver()).executeScript("ask(arguments[0])", client);
    }

    private String authorizeUrl(GatehouseServer server, String slug) {
        Map<String, String> parameters = flow(slug).parameters();
        parameters.put("scope", "openid");
        return server.url() + "/application/o/authorize/?" + HttpBrowser.form(parameters);
    }

    private CodeFlow flow(String slug) {
        return new CodeFlow(browser, slug, CALLBACK);
    }

    private void enterBoth() {
        one = tokens("logout-one", "openid");
        two = tokens("logout-two", "openid");
    }

    private JsonObject tokens(String slug, String scope) {
        Map<String, String> parameters = flow(slug).parameters();
        parameters.put("scope", scope);
        return HttpBrowser.json(flow(slug).token(flow(slug).tokenParameters(flow(slug).response(parameters).get("code")), SECRET));
    }

    private Map<String, String> silent(String slug) {
        Map<String, String> parameters = flow(slug).parameters();
        parameters.put("prompt", "none");
        return flow(slug).response(parameters);
    }

    private HttpResponse<String> endSession(String slug, Map<String, String> parameters) {
        return browser.get("/application/o/" + slug + "/end-session/?" + HttpBrowser.form(new LinkedHashMap<>(parameters)));
    }

    /** The first address of the client that redirects lead to. */
    private String follow(HttpResponse<String> start) {
        HttpResponse<String> response = start;
        for (int hop = 0; hop < 8; hop++) {
            String location = response.headers().firstValue("location").orElseThrow();
            if (location.startsWith(RP.url("/"))) {
                return location;
            }
            response = browser.get(response.uri().resolve(location).toString());
        }
        throw new AssertionError("too many redirects");
    }

    private HttpResponse<String> userinfo(JsonObject tokens) {
        return browser.send(browser.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + tokens.getString("access_token")));
    }
}
