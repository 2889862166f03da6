package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Clients that have registered themselves follow their issuer when its key or its name changes. */
@ExtendWith(GatehouseServer.class)
class RegisteredIssuerIT {

    private GatehouseServer server;
    private ApiClient api;
    private OAuthProgram parent;
    private JsonObject client;

    @BeforeEach
    void registerAClient(GatehouseServer started) {
        server = started;
        api = server.api();
        parent = OAuthProgram.create(server, "issuer", "authorization_code", "client_credentials");
        api.create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider()).add("allowed_grant_types",
                Json.createArrayBuilder().add("authorization_code").add("refresh_token")).build());
        HttpBrowser http = server.browser();
        client = HttpBrowser.json(http.send(http.request("/application/o/" + parent.id() + "/register/").POST(BodyPublishers.ofString(
                        Json.createObjectBuilder().add("client_name", "Registered").add("redirect_uris", Json.createArrayBuilder().add(OAuthProgram.REDIRECT))
                                .build().toString())).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + parent.accessToken("goauthentik.io/oidc/dcr"))));
    }

    @Test
    void theNewKeyOfTheIssuerSignsForItsClients() throws Exception {
        SignedJWT before = idToken();
        String pair = HttpBrowser.json(api.send("POST", "/crypto/certificatekeypairs/generate/",
                "{\"common_name\":\"" + parent.id() + "\",\"validity_days\":30,\"alg\":\"rsa\"}")).getString("pk");

        api.patch("/providers/oauth2/" + provider() + "/", Json.createObjectBuilder().add("signing_key", pair).build());

        SignedJWT after = idToken();
        JWK key = JWKSet.parse(server.browser().get(discovery().getString("jwks_uri")).body()).getKeyByKeyId(after.getHeader().getKeyID());
        assertThat(after.getHeader().getKeyID()).isNotEqualTo(before.getHeader().getKeyID());
        assertThat(key).as("is published where the client looks").isNotNull();
        assertThat(after.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
        assertThat(after.getJWTClaimsSet().getIssuer()).isEqualTo(discovery().getString("issuer"));
    }

    @Test
    void theNewNameOfTheIssuerIsThatOfItsClients() throws Exception {
        String before = discovery().getString("issuer");
        assertThat(idToken().getJWTClaimsSet().getIssuer()).isEqualTo(before);

        api.patch("/providers/oauth2/" + provider() + "/", Json.createObjectBuilder().add("issuer_mode", "global").build());

        String after = discovery().getString("issuer");
        assertThat(after).isNotEqualTo(before);
        assertThat(idToken().getJWTClaimsSet().getIssuer()).isEqualTo(after);
    }

    /** What a login yields, whose answer names the same issuer. */
    private SignedJWT idToken() throws Exception {
        HttpBrowser browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        CodeFlow flow = new CodeFlow(browser, client.getString("client_id"), OAuthProgram.REDIRECT);
        Map<String, String> response = flow.response(flow.parameters());
        assertThat(response).containsEntry("iss", discovery().getString("issuer")).containsKey("code");
        return SignedJWT.parse(HttpBrowser.json(flow.token(flow.tokenParameters(response.get("code")), client.getString("client_secret")))
                .getString("id_token"));
    }

    private JsonObject discovery() {
        return HttpBrowser.json(server.browser().get("/application/o/" + parent.id() + "/.well-known/openid-configuration"));
    }

    private int provider() {
        return api.get("/core/applications/" + parent.id() + "/").getInt("provider");
    }
}
