package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What clients that mean no good have done to other providers; like {@link OAuthThreatsIT}, each test begins with the advisory. */
@ExtendWith(GatehouseServer.class)
class ClientThreatsIT {

    private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";
    private static final String ACCESS_TOKEN = "urn:ietf:params:oauth:token-type:access_token";
    private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final ECKey key = ecKey();
    private GatehouseServer server;
    private ApiClient api;
    private HttpBrowser browser;

    @BeforeEach
    void logIn(GatehouseServer started) {
        server = started;
        api = server.api();
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
    }

    @Test
    @DisplayName("CVE-2026-96460: a token that is exchanged again and again lives no longer for it")
    void aTokenThatIsExchangedAgainAndAgainLivesNoLonger() {
        OAuthProgram program = OAuthProgram.create(server, "renewing", "client_credentials", EXCHANGE);
        set(program, Json.createObjectBuilder().add("access_token_validity", "minutes=2"));
        String token = program.accessToken("email");
        int end = program.introspect(token).getInt("exp");
        set(program, Json.createObjectBuilder().add("access_token_validity", "hours=9"));
        assertThat(program.introspect(program.accessToken("email")).getInt("exp")).isGreaterThan(end);

        for (int turn = 0; turn < 3; turn++) {
            HttpResponse<String> response = program.token(EXCHANGE, "subject_token", token, "subject_token_type", ACCESS_TOKEN);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(HttpBrowser.json(response)).doesNotContainKey("refresh_token");
            token = HttpBrowser.json(response).getString("access_token");
            assertThat(program.introspect(token).getInt("exp")).isLessThanOrEqualTo(end);
        }
    }

    @Test
    @DisplayName("CVE-2026-9793: what is encrypted has to be signed all the same")
    void whatIsEncryptedHasToBeSignedAllTheSame() throws Exception {
        String pair = certificate();
        OAuthProgram program = keyed("encrypting", Json.createObjectBuilder().add("encryption_key", pair).add("authorization_requests",
                Json.createObjectBuilder().add("require_signed_request_object", true).add("request_object_signing_alg", "ES256")));
        RSAPublicKey theirs = (RSAPublicKey) X509CertUtils.parse(api.get("/crypto/certificatekeypairs/" + pair + "/view_certificate/").getString("data"))
                .getPublicKey();
        CodeFlow flow = program.flow(browser);

        assertThat(answer(flow, encrypted(signed(requestOf(program), JWSAlgorithm.ES256, new ECDSASigner(key)), theirs))).containsKey("code");
        for (String inner : List.of(new PlainJWT(requestOf(program)).serialize(), requestOf(program).toString(),
                signed(requestOf(program), JWSAlgorithm.HS256, new MACSigner(OAuthProgram.SECRET.getBytes(StandardCharsets.UTF_8))),
                signed(requestOf(program), JWSAlgorithm.ES256, new ECDSASigner(ecKey())),
                encrypted(new PlainJWT(requestOf(program)).serialize(), theirs))) {
            assertThat(answer(flow, encrypted(inner, theirs))).as(inner).doesNotContainKey("code").containsEntry("error", "invalid_request_object");
        }
    }

    @Test
    @DisplayName("CVE-2026-16093: an assertion is signed as was registered, whatever its header says")
    void anAssertionIsSignedAsWasRegistered() throws Exception {
        RSAKey second = new RSAKeyGenerator(2048).keyID("second").generate();
        OAuthProgram program = OAuthProgram.create(server, "asserting", "client_credentials");
        set(program, authentication(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt")
                .add("token_endpoint_auth_signing_alg", "ES256").add("jwks", HttpBrowser.parse(new JWKSet(List.of(key, second)).toString(true)))));

        assertThat(assertion(signed(assertionOf(program), JWSAlgorithm.ES256, new ECDSASigner(key))).statusCode()).isEqualTo(200);
        for (String bad : List.of(new PlainJWT(assertionOf(program)).serialize(),
                signed(assertionOf(program), JWSAlgorithm.RS256, new RSASSASigner(second)),
                signed(assertionOf(program), JWSAlgorithm.HS256, new MACSigner(OAuthProgram.SECRET.getBytes(StandardCharsets.UTF_8))),
                signed(assertionOf(program), JWSAlgorithm.HS256, new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))))) {
            HttpResponse<String> response = assertion(bad);
            assertThat(response.statusCode()).as(bad + response.body()).isEqualTo(401);
            assertThat(HttpBrowser.json(response).getString("error")).isEqualTo("invalid_client");
        }
    }

    @Test
    @DisplayName("CVE-2026-15572: a mapping stays of its kind, and one of another kind says nothing about users")
    void aMappingStaysOfItsKind() {
        OAuthProgram program = OAuthProgram.create(server, "mapped", "client_credentials");
        String foreign = api.create("/propertymappings/notification/", Json.createObjectBuilder().add("name", program.id())
                .add("expression", "{\"groups\": [\"admins\"]}").build()).getString("pk");
        String scope = api.create("/propertymappings/provider/scope/", Json.createObjectBuilder().add("name", program.id() + "-scope").add("expression", "{}")
                .add("scope_name", "colour").build()).getString("pk");

        set(program, Json.createObjectBuilder().add("property_mappings", Json.createArrayBuilder().add(foreign).add(scope)));
        assertThat(program.introspect(program.accessToken("colour groups admin"))).containsEntry("scope", Json.createValue("colour")).doesNotContainKey("groups");
        assertThat(api.send("PATCH", "/propertymappings/provider/scope/" + foreign + "/", "{\"scope_name\":\"admin\"}").statusCode()).isEqualTo(404);
        for (String field : List.of("component", "meta_model_name", "verbose_name")) {
            api.send("PATCH", "/propertymappings/provider/scope/" + scope + "/", "{\"" + field + "\":\"ak-property-mapping-notification-form\"}");
        }
        assertThat(api.get("/propertymappings/provider/scope/" + scope + "/").getString("component")).contains("scope");
        assertThat(api.send("GET", "/propertymappings/notification/" + scope + "/", "").statusCode()).isEqualTo(404);
    }

    @Test
    @DisplayName("CVE-2026-4629: who registers a client writes neither what it may do nor what is said about users")
    void whoRegistersAClientWritesNeitherRightsNorMappings() {
        OAuthProgram parent = OAuthProgram.create(server, "registering", "authorization_code", "client_credentials");
        api.create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider(parent)).add("allowed_grant_types",
                Json.createArrayBuilder().add("authorization_code")).build());
        String mapping = api.create("/propertymappings/provider/scope/", Json.createObjectBuilder().add("name", parent.id()).add("expression", "{\"groups\": [\"admins\"]}")
                .add("scope_name", "openid").build()).getString("pk");
        JsonObject wish = Json.createObjectBuilder().add("client_name", "Eve " + System.nanoTime()).add("redirect_uris", Json.createArrayBuilder().add(OAuthProgram.REDIRECT))
                .add("property_mappings", Json.createArrayBuilder().add(mapping)).add("authorization_flow", api.flowId("default-invalidation-flow"))
                .add("sub_mode", "user_username").add("issuer_mode", "global").add("jwt_federation_providers", Json.createArrayBuilder().add(provider(parent)))
                .add("scope", "openid goauthentik.io/api admin").build();

        JsonObject client = register(parent, wish);

        JsonObject made = api.get("/providers/oauth2/?client_id=" + client.getString("client_id")).getJsonArray("results").getJsonObject(0);
        JsonObject template = api.get("/providers/oauth2/" + provider(parent) + "/");
        assertThat(made.getJsonArray("property_mappings").toString()).doesNotContain(mapping);
        assertThat(made.get("authorization_flow")).isEqualTo(template.get("authorization_flow"));
        assertThat(made.get("sub_mode")).isEqualTo(template.get("sub_mode"));
        assertThat(made.getJsonArray("jwt_federation_providers")).isEmpty();
        assertThat(made.getJsonArray("grant_types").toString()).doesNotContain("client_credentials");
        CodeFlow flow = new CodeFlow(browser, client.getString("client_id"), OAuthProgram.REDIRECT);
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", client.getString("scope"));
        JsonObject tokens = HttpBrowser.json(flow.token(flow.tokenParameters(flow.response(parameters).get("code")), client.getString("client_secret")));
        assertThat(tokens.getString("scope")).isEqualTo("openid");
    }

    @Test
    @DisplayName("CVE-2026-4874, CVE-2025-67494, CVE-2026-27945: no address that a client names leads into the inner network")
    void noAddressThatAClientNamesLeadsIntoTheInnerNetwork() throws Exception {
        try (ClosedAddress inner = new ClosedAddress(); HttpStub outer = new HttpStub()) {
            OAuthProgram program = OAuthProgram.create(server, "reaching", "authorization_code", "client_credentials");
            set(program, authentication(Json.createObjectBuilder().add("token_endpoint_auth_method", "private_key_jwt").add("jwks_uri", inner.url("/jwks")))
                    .add("authorization_requests", Json.createObjectBuilder().add("request_uris", Json.createArrayBuilder().add(inner.url("/object")))));
            outer.on("/jwks", "application/json", body -> new JWKSet(key).toString(true));

            assertThat(assertion(signed(assertionOf(program), JWSAlgorithm.ES256, new ECDSASigner(key))).statusCode()).isEqualTo(401);
            JWSHeader leading = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("k").jwkURL(URI.create(outer.url("/jwks"))).x509CertURL(URI.create(inner.url("/cert")))
                    .jwk(key.toPublicJWK()).build();
            SignedJWT led = new SignedJWT(leading, assertionOf(program));
            led.sign(new ECDSASigner(key));
            assertThat(assertion(led.serialize()).statusCode()).isEqualTo(401);
            Map<String, String> parameters = program.flow(browser).parameters();
            parameters.put("request_uri", inner.url("/object"));
            assertThat(program.flow(browser).response(parameters)).containsEntry("error", "invalid_request_uri");

            assertThat(inner.callers()).isZero();
            assertThat(outer.received()).isEmpty();
        }
    }

    @Test
    @DisplayName("CVE-2026-4874: nobody who registers a client makes the server call an address of the inner network")
    void nobodyWhoRegistersAClientMakesTheServerCallTheInnerNetwork() {
        try (ClosedAddress inner = new ClosedAddress()) {
            OAuthProgram parent = OAuthProgram.create(server, "registering-ssrf", "authorization_code", "client_credentials");
            String registration = api.create("/providers/oauth2-dcr/", Json.createObjectBuilder().add("provider", provider(parent))
                    .add("client_id_documents", true).add("client_id_document_domains", Json.createArrayBuilder().add("*")).build()).getString("pbm_uuid");

            for (String name : List.of("sector_identifier_uri", "logo_uri", "jwks_uri", "client_uri", "policy_uri", "backchannel_logout_uri")) {
                send(parent, Json.createObjectBuilder().add("client_name", "Eve " + System.nanoTime()).add("redirect_uris", Json.createArrayBuilder().add(OAuthProgram.REDIRECT))
                        .add(name, inner.secureUrl("/" + name)).build());
            }
            new CodeFlow(browser, inner.secureUrl("/client"), OAuthProgram.REDIRECT).authorize(
                    new CodeFlow(browser, inner.secureUrl("/client"), OAuthProgram.REDIRECT).parameters());

            assertThat(inner.callers()).isZero();
            assertThat(api.send("DELETE", "/providers/oauth2-dcr/" + registration + "/", "").statusCode()).isEqualTo(204);
        }
    }

    private JsonObject register(OAuthProgram parent, JsonObject metadata) {
        HttpResponse<String> response = send(parent, metadata);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return HttpBrowser.json(response);
    }

    private HttpResponse<String> send(OAuthProgram parent, JsonObject metadata) {
        HttpBrowser http = server.browser();
        return http.send(http.request("/application/o/" + parent.id() + "/register/")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(metadata.toString())).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + parent.accessToken("goauthentik.io/oidc/dcr")));
    }

    private Map<String, String> answer(CodeFlow flow, String object) {
        Map<String, String> parameters = flow.parameters();
        parameters.put("request", object);
        return flow.response(parameters);
    }

    private HttpResponse<String> assertion(String assertion) {
        return server.browser().postForm("/application/o/token/", Map.of("grant_type", "client_credentials", "scope", "email", "client_assertion", assertion,
                "client_assertion_type", ASSERTION));
    }

    private JWTClaimsSet requestOf(OAuthProgram program) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        program.flow(browser).parameters().forEach(claims::claim);
        return claims.issuer(program.id()).audience(issuer(program)).jwtID(UUID.randomUUID().toString()).notBeforeTime(new Date())
                .expirationTime(Date.from(Instant.now().plusSeconds(60))).build();
    }

    private JWTClaimsSet assertionOf(OAuthProgram program) {
        return new JWTClaimsSet.Builder().issuer(program.id()).subject(program.id()).audience(issuer(program)).jwtID(UUID.randomUUID().toString())
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60))).build();
    }

    private String issuer(OAuthProgram program) {
        return server.url() + "/application/o/" + program.id() + "/";
    }

    private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String encrypted(String inner, RSAPublicKey theirs) throws Exception {
        JWEObject jwe = new JWEObject(new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM).contentType("JWT").build(), new Payload(inner));
        jwe.encrypt(new RSAEncrypter(theirs));
        return jwe.serialize();
    }

    private String certificate() {
        return HttpBrowser.json(api.send("POST", "/crypto/certificatekeypairs/generate/",
                "{\"common_name\":\"threats-" + System.nanoTime() + "\",\"validity_days\":30,\"alg\":\"rsa\"}")).getString("pk");
    }

    private OAuthProgram keyed(String name, JsonObjectBuilder settings) {
        OAuthProgram program = OAuthProgram.create(server, name, "authorization_code");
        set(program, settings.add("client_authentication", Json.createObjectBuilder().add("jwks", HttpBrowser.parse(new JWKSet(key).toString(true)))));
        return program;
    }

    private static JsonObjectBuilder authentication(JsonObjectBuilder settings) {
        return Json.createObjectBuilder().add("client_authentication", settings);
    }

    private void set(OAuthProgram program, JsonObjectBuilder settings) {
        api.patch("/providers/oauth2/" + provider(program) + "/", settings.build());
    }

    private int provider(OAuthProgram program) {
        return api.get("/core/applications/" + program.id() + "/").getInt("provider");
    }

    private static ECKey ecKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("k").generate();
        } catch (com.nimbusds.jose.JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
