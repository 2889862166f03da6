package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** npm's openid-client takes the answers that carry tokens, or are tokens themselves. */
@ExtendWith(GatehouseServer.class)
class OpenidClientAnswersIT {

    @ParameterizedTest
    @ValueSource(strings = {"hybrid", "implicit", "jarm"})
    void theLibraryAcceptsTheAnswer(String flow, GatehouseServer server) {
        OAuthProgram program = OAuthProgram.create(server, "openid-client-answers", "authorization_code", "implicit", "hybrid", "refresh_token");
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);

        JsonObject result = NodeScripts.relyingParty(Json.createObjectBuilder().add("flow", flow)
                .add("issuer", server.url() + "/application/o/" + program.id() + "/").add("clientId", program.id())
                .add("clientSecret", OAuthProgram.SECRET).add("authentication", "client_secret_basic")
                .add("redirectUri", OAuthProgram.REDIRECT).add("cookie", browser.cookieHeader()).build());

        assertThat(result.containsKey("claims")).as(result.toString()).isTrue();
        assertThat(result.getJsonObject("claims").getString("aud")).isEqualTo(program.id());
    }
}
