package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-dynamic-certification-test-plan}: clients that register themselves with the issuer of an application. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-dynamic-certification-test-plan")
class DynamicPlanIT {

    private static final String SLUG = "conformance-dynamic";
    private static final String CALLBACK = Suite.ADDRESS + "/callback";
    private static boolean open;

    private Suite suite;
    private OIDCProviderMetadata metadata;
    private SuiteBrowser browser;

    @BeforeEach
    void openRegistration(GatehouseServer server) {
        suite = Suite.on(server);
        browser = suite.browser();
        if (!open) {
            int provider = server.api().oauthApplication(SLUG, "a-secret-of-the-parent-of-dynamic-clients", List.of(CALLBACK),
                    "default-provider-authorization-implicit-consent").getInt("pk");
            server.api().create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider).add("open_registration", true)
                    .add("most_clients", 1_000).add("registrations_per_hour", 1_000)
                    .add("allowed_grant_types", Json.createArrayBuilder().add("authorization_code").add("refresh_token").add("implicit")).build());
            open = true;
        }
        metadata = RelyingParty.done(() -> OIDCProviderMetadata.resolve(new Issuer(server.url() + "/application/o/" + SLUG + "/")));
    }

    @Test
    @DisplayName("oidcc-discovery-endpoint-verification")
    void discovery() {
        assertThat(metadata.getRegistrationEndpointURI()).isNotNull();
    }

    @Test
    @DisplayName("oidcc-server")
    void server() {
        RelyingParty rp = registered(document(CALLBACK));

        rp.userInfo(rp.logIn(browser, rp.request("code", "openid")));
    }

    @Test
    @DisplayName("oidcc-idtoken-rs256")
    void idTokenRs256() {
        RelyingParty rp = registered(document(CALLBACK).add("id_token_signed_response_alg", "RS256"));

        assertThat(rp.logIn(browser, rp.request("code", "openid")).tokens().getOIDCTokens().getIDToken().getHeader().getAlgorithm()).hasToString("RS256");
    }

    @Test
    @DisplayName("oidcc-idtoken-unsigned")
    void idTokenUnsigned() {
        HttpResponse<String> response = register(document(CALLBACK).add("id_token_signed_response_alg", "none"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo("invalid_client_metadata");
    }

    @Test
    @DisplayName("oidcc-userinfo-rs256")
    void userInfoRs256() {
        RelyingParty rp = registered(document(CALLBACK).add("userinfo_signed_response_alg", "RS256"));
        RelyingParty.Login login = rp.logIn(browser, rp.request("code", "openid"));

        HttpResponse<String> response = browser.http().send(browser.http().request(metadata.getUserInfoEndpointURI().toString()).GET()
                .header("Authorization", login.accessToken().toAuthorizationHeader()));

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/jwt");
        assertThat(response.body().split("\\.")).hasSize(3);
    }

    @Test
    @DisplayName("oidcc-redirect-uri-query-OK")
    void redirectUriWithAQuery() {
        RelyingParty rp = registered(document(CALLBACK + "?foo=bar"));

        assertThat(rp.authorize(browser, rp.request("code", "openid")).succeeded().get("foo")).isEqualTo("bar");
    }

    @Test
    @DisplayName("oidcc-redirect-uri-query-added, oidcc-redirect-uri-query-mismatch")
    void redirectUriWithAnotherQuery() {
        RelyingParty plain = registered(document(CALLBACK));
        browser.open(plain.address(plain.request("code", "openid", "redirect_uri", CALLBACK + "?foo=bar"))).stayed();
        RelyingParty query = registered(document(CALLBACK + "?foo=bar"));
        browser.open(query.address(query.request("code", "openid", "redirect_uri", CALLBACK + "?bar=foo"))).stayed();
    }

    @Test
    @DisplayName("oidcc-redirect-uri-regfrag")
    void redirectUriWithAFragment() {
        HttpResponse<String> response = register(document(CALLBACK + "#fragment"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(HttpBrowser.json(response).getString("error")).isEqualTo("invalid_redirect_uri");
    }

    @Test
    @DisplayName("oidcc-ensure-redirect-uri-in-authorization-request")
    void redirectUriMissing() {
        RelyingParty rp = registered(document(CALLBACK));

        browser.open(rp.address(rp.request("code", "openid", "redirect_uri", null))).stayed();
    }

    @Test
    @DisplayName("oidcc-registration-logo-uri, oidcc-registration-policy-uri, oidcc-registration-tos-uri")
    void addressesForPeople() {
        registered(document(CALLBACK).add("logo_uri", "https://suite.example.com/logo.png").add("policy_uri", "https://suite.example.com/policy")
                .add("tos_uri", "https://suite.example.com/terms"));
    }

    @Test
    @DisplayName("oidcc-registration-sector-bad")
    void sectorThatCannotBeRead() {
        assertThat(register(document(CALLBACK).add("sector_identifier_uri", "https://127.0.0.1:1/sector")).statusCode()).isEqualTo(400);
    }

    private RelyingParty registered(JsonObjectBuilder document) {
        HttpResponse<String> response = register(document);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        JsonObject client = HttpBrowser.json(response);
        return new RelyingParty(metadata.getIssuer().getValue(), new SuiteClient(client.getString("client_id"), client.getString("client_secret"),
                client.getJsonArray("redirect_uris").getString(0)), null);
    }

    private static JsonObjectBuilder document(String redirectUri) {
        JsonArrayBuilder grants = Json.createArrayBuilder().add("authorization_code").add("refresh_token");
        return Json.createObjectBuilder().add("client_name", "Suite").add("redirect_uris", Json.createArrayBuilder().add(redirectUri))
                .add("grant_types", grants).add("response_types", Json.createArrayBuilder().add("code"));
    }

    private HttpResponse<String> register(JsonObjectBuilder document) {
        return browser.http().send(browser.http().request(metadata.getRegistrationEndpointURI().toString())
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString(document.build().toString())));
    }
}
