package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthenticationClaimsSet;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.dpop.DefaultDPoPProofFactory;
import com.nimbusds.oauth2.sdk.id.Audience;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.JWTID;
import com.nimbusds.oauth2.sdk.token.DPoPAccessToken;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code fapi2-security-profile-final-test-plan} with {@code private_key_jwt}, DPoP, OpenID Connect and unsigned requests. */
@ExtendWith(GatehouseServer.class)
@DisplayName("fapi2-security-profile-final-test-plan")
class FapiSecurityPlanIT {

    private static final String PREFIX = "fapi2-security-profile-final-";

    private Suite suite;
    private FapiRelyingParty rp;
    private FapiRelyingParty other;
    private SuiteBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer server) {
        suite = Suite.on(server);
        rp = suite.fapi(suite.fapiFirst());
        other = suite.fapi(suite.fapiSecond());
        browser = suite.browser();
    }

    @Test
    @DisplayName(PREFIX + "discovery-end-point-verification")
    void discovery() {
        assertThat(rp.metadata().getPushedAuthorizationRequestEndpointURI()).isNotNull();
        assertThat(rp.metadata().getCodeChallengeMethods().toString()).contains("S256");
        assertThat(rp.metadata().getTokenEndpointAuthMethods().toString()).contains("private_key_jwt");
        assertThat(rp.metadata().getTokenEndpointJWSAlgs()).contains(JWSAlgorithm.ES256, JWSAlgorithm.PS256);
        assertThat(rp.metadata().getDPoPJWSAlgs()).contains(JWSAlgorithm.ES256);
        assertThat(rp.metadata().getIDTokenJWSAlgs()).contains(JWSAlgorithm.ES256);
        assertThat(rp.metadata().supportsAuthorizationResponseIssuerParam()).isTrue();
    }

    @Test
    @DisplayName(PREFIX + "happy-flow")
    void happyFlow() throws Exception {
        Map<String, String> request = rp.request();
        JsonObject tokens = FapiRelyingParty.granted(rp.token(rp.redemption(rp.code(browser, request))));

        SignedJWT idToken = SignedJWT.parse(tokens.getString("id_token"));
        assertThat(idToken.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(idToken.getJWTClaimsSet().getStringClaim("nonce")).isEqualTo(request.get("nonce"));
        HttpResponse<String> userInfo = rp.userInfo(tokens.getString("access_token"));
        assertThat(userInfo.statusCode()).as(userInfo.body()).isEqualTo(200);
        assertThat(HttpBrowser.json(userInfo).getString("sub")).isEqualTo(idToken.getJWTClaimsSet().getSubject());
        FapiRelyingParty.granted(other.token(other.redemption(other.code(browser, other.request()))));
    }

    @Test
    @DisplayName(PREFIX + "user-rejects-authentication")
    void userRejects() {
        // Who has said yes in another test is not asked again without this.
        Map<String, String> request = rp.request("prompt", "consent");

        Arrival arrival = rp.authorize(browser.refusing(), rp.pushed(request)).failed("access_denied");

        assertThat(arrival.get("state")).isEqualTo(request.get("state"));
        assertThat(arrival.get("iss")).isEqualTo(rp.issuer());
    }

    @Test
    @DisplayName(PREFIX + "ensure-authorization-request-without-state-success, -without-nonce-success, -with-64-char-nonce-success, "
            + "-with-long-state, -with-long-nonce")
    void stateAndNonceAreTheClientsAffair() {
        rp.authorize(browser, rp.pushed(rp.request("state", null))).succeeded();
        FapiRelyingParty.granted(rp.token(rp.redemption(rp.code(browser, rp.request("nonce", null)))));
        FapiRelyingParty.granted(rp.token(rp.redemption(rp.code(browser, rp.request("nonce", "n".repeat(64))))));
        rp.code(browser, rp.request("state", "s".repeat(384), "nonce", "n".repeat(384)));
    }

    @Test
    @DisplayName(PREFIX + "ensure-registered-redirect-uri, -ensure-redirect-uri-in-authorization-request")
    void onlyARegisteredAddressCanBePushed() {
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("redirect_uri", rp.client().redirectUri() + "/x")))))
                .isIn("invalid_request", "invalid_redirect_uri");
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("redirect_uri", null))))).isEqualTo("invalid_request");
    }

    @Test
    @DisplayName(PREFIX + "ensure-unsigned-authorization-request-without-using-par-fails")
    void withoutPushingTheRequestFails() {
        assertNoCode(browser.open(RelyingParty.address(rp.metadata().getAuthorizationEndpointURI(), rp.request())));
    }

    @Test
    @DisplayName(PREFIX + "ensure-response-type-code-idtoken-fails, -ensure-response-type-token-fails")
    void onlyCodesAreAnswered() {
        for (String responseType : new String[] {"code id_token", "token", "id_token"}) {
            assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("response_type", responseType)))))
                    .isIn("unsupported_response_type", "invalid_request", "unauthorized_client");
        }
    }

    @Test
    @DisplayName(PREFIX + "ensure-holder-of-key-required")
    void aTokenRequestWithoutAProofFails() {
        Map<String, String> form = rp.authenticated(rp.redemption(rp.code(browser, rp.request())));

        assertThat(FapiRelyingParty.error(rp.token(form, null))).isIn("invalid_dpop_proof", "invalid_request", "invalid_grant");
    }

    @Test
    @DisplayName(PREFIX + "ensure-authorization-code-is-bound-to-client")
    void aCodeIsBoundToItsClient() {
        String code = rp.code(browser, rp.request());

        assertThat(FapiRelyingParty.error(other.token(rp.redemption(code)))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(PREFIX + "attempt-reuse-authorization-code-after-one-second")
    void aCodeIsGoodOnce() {
        Map<String, String> form = rp.redemption(rp.code(browser, rp.request()));
        String token = FapiRelyingParty.granted(rp.token(form)).getString("access_token");

        assertThat(FapiRelyingParty.error(rp.token(form))).isEqualTo("invalid_grant");
        assertThat(rp.userInfo(token).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName(PREFIX + "ensure-signed-client-assertion-with-RS256-fails")
    void anAssertionWithAWeakAlgorithmFails() throws Exception {
        var claims = assertion(rp.client().id(), rp.issuer(), Instant.now().plusSeconds(60));

        assertRefused(new PrivateKeyJWT(claims, JWSAlgorithm.RS256, new RSAKeyGenerator(2048).generate().toPrivateKey(), rp.client().key().getKeyID(), null));
    }

    @Test
    @DisplayName(PREFIX + "ensure-client-assertion-with-exp-is-5-minutes-in-past-fails")
    void anExpiredAssertionFails() throws Exception {
        assertRefused(assertion(assertion(rp.client().id(), rp.issuer(), Instant.now().minusSeconds(300))));
    }

    @Test
    @DisplayName(PREFIX + "ensure-client-assertion-with-wrong-aud-fails")
    void anAssertionForSomebodyElseFails() throws Exception {
        assertRefused(assertion(assertion(rp.client().id(), "https://other.example.com/", Instant.now().plusSeconds(60))));
    }

    @Test
    @DisplayName(PREFIX + "ensure-invalid-client-assertions-fail")
    void anAssertionThatWasUsedOrIsForgedFails() throws Exception {
        PrivateKeyJWT once = assertion(assertion(rp.client().id(), rp.issuer(), Instant.now().plusSeconds(60)));
        assertThat(rp.push(rp.authenticated(rp.request(), once.getClientAssertion().serialize())).statusCode()).isEqualTo(201);
        assertRefused(once);
        var claims = assertion(rp.client().id(), rp.issuer(), Instant.now().plusSeconds(60));
        assertRefused(new PrivateKeyJWT(claims, JWSAlgorithm.ES256, new ECKeyGenerator(Curve.P_256).generate().toECPrivateKey(),
                rp.client().key().getKeyID(), null));
        assertRefused(assertion(assertion(other.client().id(), rp.issuer(), Instant.now().plusSeconds(60))));
    }

    @Test
    @DisplayName(PREFIX + "ensure-client-assertion-in-token-endpoint, -ensure-client-id-in-token-endpoint")
    void aClientThatSaysNothingOfItselfGetsNothing() {
        Map<String, String> form = new LinkedHashMap<>(rp.redemption(rp.code(browser, rp.request())));
        form.put("client_id", rp.client().id());

        assertThat(FapiRelyingParty.error(rp.token(form, rp.client().proof("POST", rp.metadata().getTokenEndpointURI())))).isEqualTo("invalid_client");
    }

    @Test
    @DisplayName(PREFIX + "dpop-negative-tests")
    void aProofForSomethingElseIsNone() throws Exception {
        String token = FapiRelyingParty.granted(rp.token(rp.redemption(rp.code(browser, rp.request())))).getString("access_token");
        var address = rp.metadata().getUserInfoEndpointURI();
        DPoPAccessToken bound = new DPoPAccessToken(token);
        var factory = new DefaultDPoPProofFactory(rp.client().proofKey(), JWSAlgorithm.ES256);
        SignedJWT good = rp.client().proof("GET", address, bound);

        assertThat(rp.userInfo("DPoP", token, good).statusCode()).isEqualTo(200);
        assertThat(rp.userInfo("DPoP", token, good).statusCode()).as("used again").isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, null).statusCode()).as("none").isIn(400, 401);
        assertThat(rp.userInfo("Bearer", token, null).statusCode()).as("as if it were a bearer token").isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, rp.client().proof("POST", address, bound)).statusCode()).as("another method").isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, rp.client().proof("GET", rp.metadata().getTokenEndpointURI(), bound)).statusCode()).isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, rp.client().proof("GET", address)).statusCode()).as("without the token's hash").isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, other.client().proof("GET", address, bound)).statusCode()).as("another key").isIn(400, 401);
        assertThat(rp.userInfo("DPoP", token, factory.createDPoPJWT(new JWTID(), "GET", address, Date.from(Instant.now().minusSeconds(3600)), bound, null))
                .statusCode()).as("old").isIn(400, 401);
    }

    @Test
    @DisplayName(PREFIX + "refresh-token")
    void refreshTokensAreBoundToTheirClient() {
        JsonObject tokens = FapiRelyingParty.granted(rp.token(rp.redemption(rp.code(browser, rp.request("scope", "openid offline_access", "prompt", "consent")))));
        Map<String, String> form = Map.of("grant_type", "refresh_token", "refresh_token", tokens.getString("refresh_token"));

        JsonObject refreshed = FapiRelyingParty.granted(rp.token(form));

        assertThat(rp.userInfo(refreshed.getString("access_token")).statusCode()).isEqualTo(200);
        String latest = refreshed.getString("refresh_token", tokens.getString("refresh_token"));
        assertThat(FapiRelyingParty.error(other.token(Map.of("grant_type", "refresh_token", "refresh_token", latest)))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(PREFIX + "par-ensure-reused-request-uri-prior-to-auth-completion-succeeds, -par-attempt-reuse-request_uri")
    void aPushedRequestIsGoodUntilItHasLedToACode() {
        String requestUri = rp.pushed(rp.request());
        browser.visit(rp.address(requestUri));

        rp.authorize(browser, requestUri).succeeded();

        assertNoCode(browser.open(rp.address(requestUri)));
    }

    @Test
    @DisplayName(PREFIX + "par-attempt-to-use-request_uri-for-different-client")
    void aPushedRequestIsGoodForItsClient() {
        String requestUri = rp.pushed(rp.request());

        assertNoCode(browser.open(other.address(requestUri)));
    }

    @Test
    @DisplayName(PREFIX + "par-authorization-request-containing-request_uri-form-param, -par-authorization-request-containing-request_uri")
    void aReferenceCannotBePushed() {
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("request_uri", "urn:ietf:params:oauth:request_uri:x")))))
                .isEqualTo("invalid_request");
    }

    @Test
    @DisplayName(PREFIX + "par-attempt-invalid-http-method")
    void onlyPostPushes() {
        assertThat(browser.http().get(RelyingParty.address(rp.metadata().getPushedAuthorizationRequestEndpointURI(), rp.authenticated(rp.request())))
                .statusCode()).isEqualTo(405);
    }

    @Test
    @DisplayName(PREFIX + "par-ensure-pkce-required, -par-plain-pkce-rejected, -ensure-pkce-code-verifier-required, -incorrect-pkce-code-verifier-rejected")
    void pkceIsRequired() {
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("code_challenge", null, "code_challenge_method", null)))))
                .isEqualTo("invalid_request");
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request("code_challenge_method", "plain"))))).isEqualTo("invalid_request");
        Map<String, String> form = rp.redemption(rp.code(browser, rp.request()));
        assertThat(FapiRelyingParty.error(rp.token(FapiRelyingParty.bent(form, "code_verifier", null)))).isIn("invalid_grant", "invalid_request");
        Map<String, String> second = rp.redemption(rp.code(browser, rp.request()));
        assertThat(FapiRelyingParty.error(rp.token(FapiRelyingParty.bent(second, "code_verifier", "w".repeat(43))))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName(PREFIX + "par-without-duplicate-parameters")
    void nothingHasToBeRepeated() {
        rp.authorize(browser, rp.pushed(rp.request())).succeeded();
    }

    private void assertRefused(PrivateKeyJWT assertion) {
        assertThat(FapiRelyingParty.error(rp.push(rp.authenticated(rp.request(), assertion.getClientAssertion().serialize()))))
                .isIn("invalid_client", "invalid_request");
    }

    private static JWTAuthenticationClaimsSet assertion(String client, String audience, Instant expires) {
        Date now = Date.from(expires.minusSeconds(60));
        return new JWTAuthenticationClaimsSet(new ClientID(client), new Audience(audience).toSingleAudienceList(), Date.from(expires), now, now, new JWTID());
    }

    private PrivateKeyJWT assertion(JWTAuthenticationClaimsSet claims) throws Exception {
        return new PrivateKeyJWT(claims, JWSAlgorithm.ES256, rp.client().key().toECPrivateKey(), rp.client().key().getKeyID(), null);
    }

    private static void assertNoCode(Arrival arrival) {
        assertThat(arrival.parameters()).doesNotContainKey("code");
        assertThat(arrival.callback() == null ? arrival.status() : 400).isBetween(400, 499);
    }
}
