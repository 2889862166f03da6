package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.JsonObject;
import jakarta.json.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's openid-client proves itself with keys, pushes and signs its requests, and binds its tokens. */
@ExtendWith(GatehouseServer.class)
class OpenidClientKeysIT {

    private GatehouseServer server;
    private OAuthProgram program;
    private ECKey key;

    @BeforeEach
    void setUp(GatehouseServer started) throws Exception {
        server = started;
        program = OAuthProgram.create(server, "openid-client-keys", "authorization_code", "refresh_token");
        key = new ECKeyGenerator(Curve.P_256).keyID("one").generate();
    }

    @Test
    void aRequestThatWasPushed() {
        assertLoggedIn(run("par", "client_secret_basic", false));
    }

    @Test
    void aRequestThatIsSigned() {
        register("");
        assertLoggedIn(run("jar", "client_secret_basic", false));
    }

    @Test
    void anAssertionUnderTheSecret() {
        register("client_secret_jwt");
        assertLoggedIn(run("code", "client_secret_jwt", false));
    }

    @Test
    void anAssertionUnderAKeyWithTokensThatAreBound() {
        register("private_key_jwt");

        JsonObject result = run("par", "private_key_jwt", true);

        assertLoggedIn(result);
        assertThat(result.getString("tokenType")).isEqualToIgnoringCase("DPoP");
    }

    /** Registers the key, and the method unless it is empty. */
    private void register(String method) {
        int provider = server.api().get("/core/applications/" + program.id() + "/").getInt("provider");
        var settings = Json.createObjectBuilder().add("jwks", NodeScripts.parse(new JWKSet(key).toString(true)));
        if (!method.isEmpty()) {
            settings.add("token_endpoint_auth_method", method);
        }
        server.api().patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder().add("client_authentication", settings).build());
    }

    private JsonObject run(String flow, String authentication, boolean bound) {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        return NodeScripts.relyingParty(Json.createObjectBuilder().add("flow", flow).add("authentication", authentication).add("dpop", bound)
                .add("issuer", server.url() + "/application/o/" + program.id() + "/").add("clientId", program.id())
                .add("clientSecret", OAuthProgram.SECRET).add("jwk", NodeScripts.parse(key.toJSONString()))
                .add("redirectUri", OAuthProgram.REDIRECT).add("cookie", browser.cookieHeader()).build());
    }

    private void assertLoggedIn(JsonObject result) {
        assertThat(result.containsKey("claims")).as(result.toString()).isTrue();
        assertThat(result.getJsonObject("claims").getString("aud")).isEqualTo(program.id());
    }
}
