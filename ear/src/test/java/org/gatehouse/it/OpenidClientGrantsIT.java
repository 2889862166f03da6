package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm's openid-client, a certified relying-party library, runs the other grants and ways of answering. */
@ExtendWith(GatehouseServer.class)
class OpenidClientGrantsIT {

    private GatehouseServer server;
    private OAuthProgram program;
    private HttpBrowser browser;

    @BeforeAll
    static void install() {
        NodeScripts.install();
    }

    @BeforeEach
    void setUp(GatehouseServer started) {
        server = started;
        program = OAuthProgram.create(server, "openid-client-grants", "authorization_code", "refresh_token", "client_credentials", "password",
                OAuthProgram.DEVICE_CODE);
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_secret_basic", "client_secret_post"})
    void theCodeFlowWithEachWayToSendTheSecret(String authentication) {
        JsonObject result = NodeScripts.relyingParty(order("code").add("authentication", authentication).build());

        assertLoggedIn(result);
        assertThat(result.getBoolean("refreshed")).isTrue();
    }

    @Test
    void theCodeInAFormThatTheBrowserPosts() {
        assertLoggedIn(NodeScripts.relyingParty(order("form_post").build()));
    }

    @Test
    void aProgramGetsATokenAsksAboutItAndGivesItBack() {
        JsonObject result = NodeScripts.relyingParty(order("program").build());

        assertThat(result.getString("tokenType", result.toString())).isEqualToIgnoringCase("Bearer");
        assertThat(result.getString("scope")).isEqualTo("email");
        assertThat(result.getBoolean("live")).isTrue();
        assertThat(result.getBoolean("dead")).isFalse();
    }

    @Test
    void anAppPasswordIsGoodForTheGrantOfPasswords() {
        JsonObject robot = HttpBrowser.json(server.api().send("POST", "/core/users/service_account/", "{\"name\":\"robot-" + System.nanoTime() + "\"}"));

        JsonObject result = NodeScripts.relyingParty(order("generic").add("grantType", "password").add("parameters", Json.createObjectBuilder()
                .add("scope", "email").add("username", robot.getString("username")).add("password", robot.getString("token"))).build());

        assertThat(result.getString("scope", result.toString())).isEqualTo("email");
    }

    @Test
    void aDeviceIsLetInWhileTheLibraryWaits() throws IOException {
        try (DeviceUser user = new DeviceUser(server, browser); BufferedReader printed = NodeScripts.start(order("device").build())) {
            JsonObject begun = NodeScripts.parse(printed.readLine());

            user.agree(begun.getString("userCode"));

            JsonObject result = NodeScripts.parse(printed.readLine());
            assertThat(result.getJsonObject("claims").getString("aud")).isEqualTo(program.id());
        }
    }

    private JsonObjectBuilder order(String flow) {
        return Json.createObjectBuilder().add("issuer", server.url() + "/application/o/" + program.id() + "/").add("clientId", program.id())
                .add("clientSecret", OAuthProgram.SECRET).add("authentication", "client_secret_basic").add("redirectUri", OAuthProgram.REDIRECT)
                .add("cookie", browser.cookieHeader()).add("flow", flow);
    }

    private void assertLoggedIn(JsonObject result) {
        assertThat(result.containsKey("claims")).as(result.toString()).isTrue();
        assertThat(result.getJsonObject("claims").getString("aud")).isEqualTo(program.id());
        assertThat(result.getJsonObject("userinfo").getString("preferred_username")).isEqualTo("akadmin");
    }
}
