package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** npm's openid-client exchanges tokens (RFC 8693) and brings assertions as grants (RFC 7523). */
@ExtendWith(GatehouseServer.class)
class OpenidClientExchangeIT {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";

    private GatehouseServer server;
    private OAuthProgram front;
    private OAuthProgram back;

    @BeforeAll
    static void install() {
        NodeScripts.install();
    }

    /** The one behind trusts tokens of the one in front. */
    @BeforeEach
    void createClients(GatehouseServer started) {
        server = started;
        front = OAuthProgram.create(server, "exchange-front", "authorization_code", "client_credentials", EXCHANGE);
        back = OAuthProgram.create(server, "exchange-back", "client_credentials", EXCHANGE, BEARER);
        // What is brought as a grant has to be made for whom it is brought to (RFC 7523 section 3), which is a resource of the one in front.
        server.api().patch("/providers/oauth2/" + provider(front) + "/", Json.createObjectBuilder().add("authorization_requests",
                Json.createObjectBuilder().add("resources", Json.createArrayBuilder().add(issuer(back)))).build());
        JsonArrayBuilder trusted = Json.createArrayBuilder().add(provider(front));
        server.api().patch("/providers/oauth2/" + provider(back) + "/", Json.createObjectBuilder().add("jwt_federation_providers", trusted).build());
    }

    @Test
    void aTokenOfAUserBecomesOneForAnotherService() {
        String subject = userToken();

        JsonObject result = generic(front, EXCHANGE, Json.createObjectBuilder().add("subject_token", subject).add("subject_token_type", ACCESS_TOKEN)
                .add("audience", back.id()).add("scope", "profile"));

        assertThat(result.getString("issuedTokenType", result.toString())).isEqualTo(ACCESS_TOKEN);
        assertThat(result.getString("tokenType")).isEqualToIgnoringCase("Bearer");
        assertThat(result.getString("scope")).isEqualTo("profile");
        assertThat(back.introspect(result.getString("accessToken")).getString("username")).isEqualTo("akadmin");
    }

    @Test
    void theServiceThatActsIsNamed() {
        JsonObject result = generic(front, EXCHANGE, Json.createObjectBuilder().add("subject_token", userToken()).add("subject_token_type", ACCESS_TOKEN)
                .add("actor_token", front.accessToken("profile")).add("actor_token_type", ACCESS_TOKEN).add("audience", back.id()));

        assertThat(result).as(result.toString()).containsKey("accessToken");
        assertThat(back.introspect(result.getString("accessToken"))).containsKey("act");
    }

    @Test
    void theLibraryIsToldWhyATokenIsNotExchanged() {
        JsonObject unknown = generic(front, EXCHANGE, Json.createObjectBuilder().add("subject_token", userToken()).add("subject_token_type", ACCESS_TOKEN)
                .add("audience", "nobody"));
        JsonObject junk = generic(front, EXCHANGE, Json.createObjectBuilder().add("subject_token", "junk").add("subject_token_type", ACCESS_TOKEN));

        assertThat(unknown.getString("failed", unknown.toString())).isEqualTo("invalid_target");
        assertThat(junk.getString("failed", junk.toString())).isEqualTo("invalid_request");
    }

    @Test
    void anAssertionIsAGrantOnce() {
        String made = HttpBrowser.json(front.token("client_credentials", "scope", "profile", "resource", issuer(back))).getString("access_token");
        JsonObject sent = Json.createObjectBuilder().add("assertion", made).add("scope", "profile").build();

        JsonObject result = generic(back, BEARER, Json.createObjectBuilder(sent));
        JsonObject again = generic(back, BEARER, Json.createObjectBuilder(sent));

        assertThat(result.getString("scope", result.toString())).isEqualTo("profile");
        assertThat(back.introspect(result.getString("accessToken")).getBoolean("active")).isTrue();
        assertThat(again.getString("failed", again.toString())).isEqualTo("invalid_grant");
    }

    @Test
    void anAssertionForSomebodyElseIsNoGrant() {
        JsonObject result = generic(back, BEARER, Json.createObjectBuilder().add("assertion", front.accessToken("profile")));

        assertThat(result.getString("failed", result.toString())).isEqualTo("invalid_grant");
    }

    private String userToken() {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = front.flow(browser);
        return HttpBrowser.json(flow.token(flow.tokenParameters(flow.code()), OAuthProgram.SECRET)).getString("access_token");
    }

    private JsonObject generic(OAuthProgram client, String grant, JsonObjectBuilder parameters) {
        return NodeScripts.relyingParty(Json.createObjectBuilder().add("issuer", issuer(client))
                .add("clientId", client.id()).add("clientSecret", OAuthProgram.SECRET).add("authentication", "client_secret_basic").add("flow", "generic")
                .add("grantType", grant).add("parameters", parameters).build());
    }

    private String issuer(OAuthProgram client) {
        return server.url() + "/application/o/" + client.id() + "/";
    }

    private int provider(OAuthProgram client) {
        return server.api().get("/core/applications/" + client.id() + "/").getInt("provider");
    }
}
