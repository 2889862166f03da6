package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tokens and answers are signed, encrypted and named, seen by the client that gets them. */
@ExtendWith(GatehouseServer.class)
class TokenFormatsIT {

    private static final String SECRET = "the secret of the token formats, which has more than sixty-four characters";
    private static final String REDIRECT = "https://formats.example.com/callback";
    private static final String SLUG = "token-formats";

    private static final Map<String, Integer> PKS = new HashMap<>();

    private static ApiClient api;
    private static String rsaKey;
    private static String ecKey;
    private static String edKey;

    private HttpBrowser browser;
    private CodeFlow flow;
    private String url;

    @BeforeAll
    static void createApplications(GatehouseServer server) {
        api = server.api();
        for (String slug : List.of(SLUG, "token-formats-other", "token-formats-rotated")) {
            create(slug, REDIRECT);
        }
        rsaKey = key("formats rsa", "rsa");
        ecKey = key("formats ec", "ecdsa");
        edKey = key("formats ed25519", "ed25519");
    }

    @BeforeEach
    void logIn(GatehouseServer server) {
        url = server.url();
        browser = server.browser();
        browser.login("akadmin", GatehouseServer.PASSWORD);
        flow = new CodeFlow(browser, SLUG, REDIRECT);
    }

    @ParameterizedTest
    @CsvSource({"RS256, rsa", "PS256, rsa", "PS512, rsa", "ES256, ec", "EdDSA, ed"})
    void idAndAccessTokensAreSignedAsTheClientExpects(String algorithm, String key) throws Exception {
        configure(SLUG, keyNamed(key), formats().add("id_token_signed_response_alg", algorithm));

        JsonObject tokens = tokens(flow);

        for (String token : List.of(tokens.getString("id_token"), tokens.getString("access_token"))) {
            assertThat(SignedJWT.parse(token).getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
            assertThat(isSigned(token, jwks(SLUG))).isTrue();
        }
        assertThat(discovery(SLUG).getJsonArray("id_token_signing_alg_values_supported").getString(0)).isEqualTo(algorithm);
    }

    @Test
    void anIdTokenCanBeSignedWithTheSecret() throws Exception {
        configure(SLUG, rsaKey, formats().add("id_token_signed_response_alg", "HS512"));

        SignedJWT token = SignedJWT.parse(tokens(flow).getString("id_token"));

        assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("HS512");
        assertThat(token.verify(new com.nimbusds.jose.crypto.MACVerifier(SECRET))).isTrue();
    }

    @Test
    void accessTokensSayWhatRfc9068Wants() throws Exception {
        configure(SLUG, rsaKey, formats());

        SignedJWT token = SignedJWT.parse(tokens(flow).getString("access_token"));

        assertThat(token.getHeader().getType()).hasToString("at+jwt");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsKeys("iss", "exp", "aud", "sub", "client_id", "iat", "jti", "auth_time", "acr", "amr", "scope");
    }

    @Test
    void opaqueAccessTokensAreGoodForUserinfoAndIntrospection() {
        configure(SLUG, rsaKey, formats().add("access_token_format", "opaque"));

        String token = tokens(flow).getString("access_token");

        assertThat(token).matches("[A-Za-z0-9_-]{43,}");
        assertThat(userinfo(token).statusCode()).isEqualTo(200);
        assertThat(HttpBrowser.json(introspect(SLUG, token, "application/json"))).containsEntry("active", jakarta.json.JsonValue.TRUE);
    }

    @Test
    void userinfoIsSignedAndThenEncryptedToTheClientsKey() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.ENCRYPTION).keyID("enc").generate();
        api.patch("/providers/oauth2/" + pk(SLUG) + "/", Json.createObjectBuilder().add("client_authentication", Json.createObjectBuilder()
                .add("jwks", parse(new JWKSet(key.toPublicJWK()).toString(true)))).build());
        configure(SLUG, rsaKey, formats().add("userinfo_signed_response_alg", "PS384").add("userinfo_encrypted_response_alg", "ECDH-ES+A256KW")
                .add("userinfo_encrypted_response_enc", "A256GCM").add("id_token_encrypted_response_alg", "ECDH-ES"));

        JsonObject tokens = tokens(flow);
        HttpResponse<String> response = userinfo(tokens.getString("access_token"));

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/jwt");
        JWTClaimsSet userinfo = SignedJWT.parse(decrypt(response.body(), key)).getJWTClaimsSet();
        JWTClaimsSet idToken = SignedJWT.parse(decrypt(tokens.getString("id_token"), key)).getJWTClaimsSet();
        assertThat(userinfo.getSubject()).isEqualTo(idToken.getSubject());
        assertThat(userinfo.getIssuer()).isEqualTo(idToken.getIssuer());
        assertThat(userinfo.getAudience()).containsExactly(SLUG);
        assertThat(userinfo.getStringClaim("preferred_username")).isEqualTo("akadmin");
    }

    @Test
    void introspectionAnswersWithAJwtWhereThatIsAskedFor() throws Exception {
        configure(SLUG, ecKey, formats());
        String token = tokens(flow).getString("access_token");

        HttpResponse<String> response = introspect(SLUG, token, "application/token-introspection+jwt");
        HttpResponse<String> unknown = introspect(SLUG, "nothing", "application/token-introspection+jwt");

        assertThat(response.headers().firstValue("content-type").orElse("")).startsWith("application/token-introspection+jwt");
        assertThat(isSigned(response.body(), jwks(SLUG))).isTrue();
        assertThat(SignedJWT.parse(response.body()).getHeader().getType()).hasToString("token-introspection+jwt");
        assertThat(SignedJWT.parse(response.body()).getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
                .containsEntry("active", true).containsEntry("client_id", SLUG).containsKeys("sub", "iss", "aud", "exp", "iat", "jti", "scope");
        assertThat(SignedJWT.parse(unknown.body()).getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
                .isEqualTo(Map.of("active", false));
    }

    @Test
    void aClientSeesTokensOfOthersOnlyWhereTheyTrustIt() {
        configure(SLUG, rsaKey, formats());
        String token = tokens(flow).getString("access_token");
        trust(SLUG, Json.createArrayBuilder());
        assertThat(HttpBrowser.json(introspect("token-formats-other", token, "*/*"))).isEqualTo(parse("{\"active\":false}"));

        trust(SLUG, Json.createArrayBuilder().add(pk("token-formats-other")));

        JsonObject seen = HttpBrowser.json(introspect("token-formats-other", token, "*/*"));
        assertThat(seen.getBoolean("active")).isTrue();
        assertThat(seen.getString("client_id")).isEqualTo(SLUG);
        assertThat(seen.getString("iss")).endsWith("/" + SLUG + "/");
    }

    @Test
    void aKeyIsRotatedWhileItsTokensAreInUse() throws Exception {
        CodeFlow rotated = new CodeFlow(browser, "token-formats-rotated", REDIRECT);
        configure("token-formats-rotated", rsaKey, formats().add("further_signing_keys", Json.createArrayBuilder().add(ecKey)));
        assertThat(jwks("token-formats-rotated").getKeys()).hasSize(2);
        JsonObject before = tokens(rotated);

        configure("token-formats-rotated", ecKey, formats().add("further_signing_keys", Json.createArrayBuilder().add(rsaKey)));

        assertThat(isSigned(before.getString("id_token"), jwks("token-formats-rotated"))).as("still published").isTrue();
        assertThat(HttpBrowser.json(introspect("token-formats-rotated", before.getString("access_token"), "*/*")).getBoolean("active")).isTrue();
        assertThat(endSession("token-formats-rotated", before.getString("id_token")).statusCode()).as("hint").isEqualTo(302);
        String after = tokens(rotated).getString("id_token");
        assertThat(SignedJWT.parse(after).getHeader().getAlgorithm().getName()).isEqualTo("ES256");
        configure("token-formats-rotated", ecKey, formats());
        assertThat(endSession("token-formats-rotated", before.getString("id_token")).statusCode()).as("key taken out").isEqualTo(400);
    }

    @Test
    void pairwiseSubjectsAreOneInASectorAndTheSameEverywhere() throws Exception {
        List<String> subjects = new ArrayList<>();
        for (String host : List.of("one.example.com", "two.example.com", "one.example.com:8443")) {
            String slug = "pairwise-" + host.replaceAll("[.:]", "-");
            String uri = "https://" + host + "/cb";
            create(slug, uri);
            configure(slug, rsaKey, formats().add("subject_type", "pairwise"));
            JsonObject tokens = tokens(new CodeFlow(browser, slug, uri));
            String subject = SignedJWT.parse(tokens.getString("id_token")).getJWTClaimsSet().getSubject();
            assertThat(SignedJWT.parse(tokens.getString("access_token")).getJWTClaimsSet().getSubject()).isEqualTo(subject);
            assertThat(HttpBrowser.json(userinfo(tokens.getString("access_token"))).getString("sub")).isEqualTo(subject);
            assertThat(HttpBrowser.json(introspect(slug, tokens.getString("access_token"), "*/*")).getString("sub")).isEqualTo(subject);
            subjects.add(subject);
        }

        assertThat(subjects.get(0)).isEqualTo(subjects.get(2)).isNotEqualTo(subjects.get(1));
    }

    @Test
    void settingsThatCouldNotBeKeptAreRefused() {
        assertThat(refused(rsaKey, formats().add("id_token_signed_response_alg", "ES256"))).contains("id_token_signed_response_alg");
        assertThat(refused(rsaKey, formats().add("id_token_signed_response_alg", "none"))).contains("id_token_signed_response_alg");
        assertThat(refused(rsaKey, formats().add("subject_type", "pairwise")
                .add("sector_identifier_uri", "https://127.0.0.1/uris.json"))).contains("sector_identifier_uri");
        assertThat(refused(rsaKey, formats().add("userinfo_encrypted_response_alg", "RSA1_5"))).contains("userinfo_encrypted_response_alg");
    }

    @Test
    void discoveryTellsWhatCanBeRegistered() {
        configure(SLUG, rsaKey, formats());

        JsonObject metadata = discovery(SLUG);

        assertThat(metadata.getJsonArray("subject_types_supported").toString()).isEqualTo("[\"public\",\"pairwise\"]");
        assertThat(metadata.getJsonArray("id_token_signing_alg_values_supported").toString()).contains("RS256", "PS256", "HS256").doesNotContain("none");
        assertThat(metadata).containsKeys("userinfo_signing_alg_values_supported", "userinfo_encryption_alg_values_supported",
                "id_token_encryption_enc_values_supported", "introspection_signing_alg_values_supported");
    }

    @Test
    void userinfoTakesATokenFromHeaderOrFormAndNeverFromTheAddress() {
        configure(SLUG, rsaKey, formats());
        String token = tokens(flow).getString("access_token");
        HttpBrowser stranger = new HttpBrowser(url);

        assertThat(userinfo(token).statusCode()).isEqualTo(200);
        assertThat(stranger.postForm("/application/o/userinfo/", Map.of("access_token", token)).statusCode()).isEqualTo(200);
        for (HttpResponse<String> response : List.of(stranger.get("/application/o/userinfo/?access_token=" + token),
                stranger.postForm("/application/o/userinfo/?access_token=" + token, Map.of("access_token", token)))) {
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.headers().firstValue("www-authenticate")).hasValueSatisfying(challenge ->
                    assertThat(challenge).startsWith("Bearer ").doesNotContain("error"));
        }
        HttpResponse<String> twice = stranger.postForm("/application/o/userinfo/", Map.of("access_token", token), "Authorization", "Bearer " + token);
        assertThat(twice.statusCode()).as("two places").isEqualTo(400);
    }

    @Test
    void userinfoNeedsTheOpenidScope() {
        configure(SLUG, rsaKey, formats());
        Map<String, String> parameters = flow.parameters();
        parameters.put("scope", "profile");
        String code = flow.response(parameters).get("code");
        String token = HttpBrowser.json(flow.token(flow.tokenParameters(code), SECRET)).getString("access_token");

        HttpResponse<String> response = userinfo(token);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.headers().firstValue("www-authenticate").orElse("")).contains("error=\"insufficient_scope\"");
    }

    @Test
    void scriptsOfTheClientsOwnPagesMayReadUserinfo() {
        configure(SLUG, rsaKey, formats());
        String token = tokens(flow).getString("access_token");

        assertThat(userinfo(token, "Origin", "https://formats.example.com").headers().firstValue("access-control-allow-origin"))
                .contains("https://formats.example.com");
        assertThat(userinfo(token, "Origin", "https://evil.example.com").headers().firstValue("access-control-allow-origin")).isEmpty();
    }

    @Test
    void claimsStayOutOfTheIdTokenWhereTheProviderSaysSo() throws Exception {
        configure(SLUG, rsaKey, formats());
        for (boolean included : List.of(true, false)) {
            api.patch("/providers/oauth2/" + pk(SLUG) + "/", Json.createObjectBuilder().add("include_claims_in_id_token", included).build());

            JsonObject tokens = tokens(flow);

            JWTClaimsSet idToken = SignedJWT.parse(tokens.getString("id_token")).getJWTClaimsSet();
            assertThat(idToken.getClaims().containsKey("preferred_username")).isEqualTo(included);
            assertThat(HttpBrowser.json(userinfo(tokens.getString("access_token")))).containsKey("preferred_username");
        }
        api.patch("/providers/oauth2/" + pk(SLUG) + "/", Json.createObjectBuilder().add("include_claims_in_id_token", true).build());
    }

    private static JsonObject tokens(CodeFlow flow) {
        HttpResponse<String> response = flow.token(flow.tokenParameters(flow.code()), SECRET);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return HttpBrowser.json(response);
    }

    private HttpResponse<String> userinfo(String token, String... headers) {
        var request = browser.request("/application/o/userinfo/").GET().header("Authorization", "Bearer " + token);
        return browser.send(headers.length == 0 ? request : request.headers(headers));
    }

    private HttpResponse<String> introspect(String client, String token, String accept) {
        String basic = Base64.getEncoder().encodeToString((client + ":" + HttpBrowser.encode(SECRET)).getBytes(StandardCharsets.UTF_8));
        return browser.send(browser.request("/application/o/introspect/").POST(BodyPublishers.ofString("token=" + HttpBrowser.encode(token)))
                .headers("Content-Type", "application/x-www-form-urlencoded", "Authorization", "Basic " + basic, "Accept", accept));
    }

    private HttpResponse<String> endSession(String slug, String hint) {
        return new HttpBrowser(url).get("/application/o/" + slug + "/end-session/?id_token_hint=" + hint);
    }

    private JWKSet jwks(String slug) throws Exception {
        return JWKSet.parse(browser.get("/application/o/" + slug + "/jwks/").body());
    }

    private JsonObject discovery(String slug) {
        return HttpBrowser.json(browser.get("/application/o/" + slug + "/.well-known/openid-configuration"));
    }

    /** Verifies as a client would: the key by its id, the algorithm as announced. */
    private static boolean isSigned(String token, JWKSet keys) throws Exception {
        SignedJWT jwt = SignedJWT.parse(token);
        JWK key = keys.getKeyByKeyId(jwt.getHeader().getKeyID());
        if (key.getX509CertChain().isEmpty() || key.isPrivate()) {
            return false;
        }
        if (jwt.getHeader().getAlgorithm().getName().equals("EdDSA")) {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key.getParsedX509CertChain().get(0));
            verifier.update(jwt.getSigningInput());
            return verifier.verify(jwt.getSignature().decode());
        }
        JWSVerifier verifier = key instanceof ECKey ec ? new ECDSAVerifier(ec) : new RSASSAVerifier(key.toRSAKey());
        return jwt.verify(verifier);
    }

    private static String decrypt(String token, ECKey key) throws Exception {
        JWEObject jwe = JWEObject.parse(token);
        jwe.decrypt(new ECDHDecrypter(key));
        assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
        return jwe.getPayload().toString();
    }

    private static void configure(String slug, String signingKey, JsonObjectBuilder formats) {
        api.patch("/providers/oauth2/" + pk(slug) + "/", Json.createObjectBuilder().add("signing_key", signingKey)
                .add("token_formats", formats).build());
    }

    private static String refused(String signingKey, JsonObjectBuilder formats) {
        HttpResponse<String> response = api.send("PATCH", "/providers/oauth2/" + pk(SLUG) + "/", Json.createObjectBuilder()
                .add("signing_key", signingKey).add("token_formats", formats).build().toString());
        assertThat(response.statusCode()).isEqualTo(400);
        return response.body();
    }

    private static void trust(String slug, jakarta.json.JsonArrayBuilder providers) {
        api.patch("/providers/oauth2/" + pk(slug) + "/", Json.createObjectBuilder().add("jwt_federation_providers", providers).build());
    }

    private static JsonObjectBuilder formats() {
        return Json.createObjectBuilder();
    }

    private static void create(String slug, String redirectUri) {
        PKS.put(slug, api.oauthApplication(slug, SECRET, List.of(redirectUri), "default-provider-authorization-implicit-consent").getInt("pk"));
    }

    private static int pk(String clientId) {
        return PKS.get(clientId);
    }

    private static String key(String name, String algorithm) {
        HttpResponse<String> response = api.send("POST", "/crypto/certificatekeypairs/generate/", Json.createObjectBuilder()
                .add("common_name", name).add("validity_days", 30).add("alg", algorithm).build().toString());
        assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
        return HttpBrowser.json(response).getString("pk");
    }

    private static String keyNamed(String kind) {
        return kind.equals("rsa") ? rsaKey : kind.equals("ec") ? ecKey : edKey;
    }

    private static JsonObject parse(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
