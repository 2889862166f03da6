package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.jarm.JARMValidator;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code fapi2-message-signing-final-test-plan}: signed requests that are pushed, and signed answers (JARM). */
@ExtendWith(GatehouseServer.class)
@DisplayName("fapi2-message-signing-final-test-plan")
class FapiMessageSigningPlanIT {

    private static final String PREFIX = "fapi2-security-profile-final-";

    private FapiRelyingParty rp;
    private SuiteBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer server) {
        Suite suite = Suite.on(server);
        rp = suite.fapi(suite.fapiSigning());
        browser = suite.browser();
    }

    @Test
    @DisplayName(PREFIX + "happy-flow")
    void happyFlow() throws Exception {
        Map<String, String> request = rp.request("response_mode", "jwt");

        Arrival arrival = rp.authorize(browser, rp.pushed(Map.of("request", rp.signed(request)))).succeeded();

        assertThat(arrival.parameters()).containsOnlyKeys("response");
        JWTClaimsSet answer = new JARMValidator(rp.metadata().getIssuer(), new ClientID(rp.client().id()), JWSAlgorithm.ES256,
                rp.metadata().getJWKSetURI().toURL()).validate(arrival.get("response"));
        assertThat(answer.getStringClaim("state")).isEqualTo(request.get("state"));
        FapiRelyingParty.granted(rp.token(rp.redemption(answer.getStringClaim("code"))));
    }

    @Test
    @DisplayName(PREFIX + "ensure-unsigned-request-at-par-endpoint-fails")
    void anUnsignedRequestFails() {
        assertRefused(rp.push(rp.authenticated(rp.request())));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-without-exp-fails")
    void withoutAnEndItFails() {
        assertRefused(sign(JWSAlgorithm.ES256, Instant.now(), null, rp.issuer()));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-without-nbf-fails")
    void withoutABeginningItFails() {
        assertRefused(sign(JWSAlgorithm.ES256, null, Instant.now().plusSeconds(60), rp.issuer()));
    }

    @Test
    @DisplayName(PREFIX + "ensure-expired-request-object-fails")
    void anExpiredObjectFails() {
        assertRefused(sign(JWSAlgorithm.ES256, Instant.now().minusSeconds(600), Instant.now().minusSeconds(300), rp.issuer()));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-with-exp-over-60-fails, -with-nbf-over-60-fails")
    void anObjectThatLivesTooLongFails() {
        assertRefused(sign(JWSAlgorithm.ES256, Instant.now(), Instant.now().plusSeconds(70 * 60), rp.issuer()));
        assertRefused(sign(JWSAlgorithm.ES256, Instant.now().minusSeconds(70 * 60), Instant.now().plusSeconds(60), rp.issuer()));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-with-nbf-8-seconds-in-the-future-is-accepted")
    void aClockThatIsSlightlyAheadIsForgiven() {
        assertThat(sign(JWSAlgorithm.ES256, Instant.now().plusSeconds(8), Instant.now().plusSeconds(200), rp.issuer()).statusCode()).isEqualTo(201);
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-with-bad-aud-fails")
    void anObjectForSomebodyElseFails() {
        assertRefused(sign(JWSAlgorithm.ES256, Instant.now(), Instant.now().plusSeconds(60), "https://other.example.com/"));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-signature-algorithm-is-not-none")
    void anObjectWithoutASignatureFails() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(rp.client().id()).audience(rp.issuer());
        rp.request().forEach(claims::claim);

        assertRefused(rp.push(rp.authenticated(Map.of("request", new PlainJWT(claims.build()).serialize()))));
    }

    @Test
    @DisplayName(PREFIX + "ensure-request-object-with-invalid-signature-fails, -ensure-matching-key-in-authorization-request")
    void aForgedObjectFails() {
        String signed = rp.signed(rp.request());

        assertRefused(rp.push(rp.authenticated(Map.of("request", signed.substring(0, signed.length() - 6) + "AAAAAA"))));
    }

    @Test
    @DisplayName(PREFIX + "state-only-outside-request-object-not-used")
    void onlyWhatIsSignedCounts() throws Exception {
        Map<String, String> request = rp.request("response_mode", "jwt", "state", null);
        HttpResponse<String> pushed = rp.push(rp.authenticated(Map.of("request", rp.signed(request), "state", "outside")));

        assertThat(pushed.statusCode() == 201 ? rp.authorize(browser, org.gatehouse.it.HttpBrowser.json(pushed).getString("request_uri")).get("response")
                : "").doesNotContain("outside");
    }

    private HttpResponse<String> sign(JWSAlgorithm algorithm, Instant notBefore, Instant expires, String audience) {
        return rp.push(rp.authenticated(Map.of("request", rp.signed(rp.request("response_mode", "jwt"), algorithm, notBefore, expires, audience))));
    }

    private static void assertRefused(HttpResponse<String> response) {
        assertThat(FapiRelyingParty.error(response)).isIn("invalid_request_object", "invalid_request", "invalid_client");
    }
}
