package org.gatehouse.provider.oauth2.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.crypto.Digests;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestCertificates;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.PresentedProofs;
import org.gatehouse.provider.oauth2.protocol.PresentedToken;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.replay.InMemoryIdentifiers;
import org.gatehouse.provider.oauth2.replay.UsedIdentifiers;
import org.junit.jupiter.api.Test;

/** RFC 9449 sections 4.3, 5, 7, 8 and 10.1, and RFC 8705 section 3. */
class SenderConstraintsTest {

    private static final String TOKEN_ENDPOINT = "https://id.example.com/application/o/token/";
    private static final String USERINFO = "https://id.example.com/application/o/userinfo/";
    private static final JOSEObjectType DPOP = new JOSEObjectType("dpop+jwt");
    private static final String THUMBPRINT = thumbprint(TestKeys.EC);

    private final MovableClock clock = new MovableClock();
    private final DpopNonces nonces = new DpopNonces(TestClients.CIPHER, clock);
    private final SenderConstraints constraints = new SenderConstraints(
            new DpopProofs(nonces, new UsedIdentifiers(new InMemoryIdentifiers()), clock));
    private final OAuthClient client = TestClients.confidential();

    // Proofs

    @Test
    void aProofShowsTheKeyItIsSignedWith() {
        assertThat(shown(proof())).isEqualTo(new Confirmation(THUMBPRINT, null));
        assertThat(shown(sign(TestKeys.RSA, JWSAlgorithm.PS256, claims()))).isEqualTo(new Confirmation(thumbprint(TestKeys.RSA), null));
        assertThat(shown(sign(TestKeys.ED, JWSAlgorithm.EdDSA, claims()))).isEqualTo(new Confirmation(thumbprint(TestKeys.ED), null));
    }

    @Test
    void withoutProofNothingIsBoundUnlessTheClientHasRegisteredForIt() {
        assertThat(constraints.shown(client, proofs())).isEqualTo(Confirmation.NONE);
        assertThat(code(() -> constraints.shown(with("dpop_bound_access_tokens"), proofs()))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    @Test
    void refusesMoreThanOneHeader() {
        invalid(proofs(proof(), proof()));
    }

    @Test
    void refusesWhatIsNoProof() {
        invalid(proofs(""));
        invalid(proofs("a.b.c"));
        invalid(proofs("x".repeat(10_000)));
        invalid(proofs(new PlainJWT(claims().build()).serialize()));
        invalid(proofs(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(TestKeys.EC.toPublicJWK()).build(), claims().build())));
        invalid(proofs(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(JOSEObjectType.JWT).jwk(TestKeys.EC.toPublicJWK()).build(),
                claims().build())));
        invalid(proofs(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(DPOP).build(), claims().build())));
    }

    @Test
    void refusesAProofThatIsNotSignedWithItsKey() {
        invalid(proofs(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(DPOP).jwk(TestKeys.OTHER_EC.toPublicJWK()).build(),
                claims().build())));
        String proof = proof();
        invalid(proofs(proof.substring(0, proof.lastIndexOf('.') + 1) + "A".repeat(86)));
    }

    @Test
    void refusesPrivateSymmetricAndShortKeys() {
        String[] parts = proof().split("\\.");
        String header = "{\"typ\":\"dpop+jwt\",\"alg\":\"ES256\",\"jwk\":" + TestKeys.EC.toJSONString() + "}";
        invalid(proofs(Base64URL.encode(header) + "." + parts[1] + "." + parts[2]));
        String symmetric = "{\"typ\":\"dpop+jwt\",\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAA\"}}";
        invalid(proofs(Base64URL.encode(symmetric) + "." + parts[1] + "." + parts[2]));
        invalid(proofs(sign(TestKeys.SHORT_RSA, JWSAlgorithm.RS256, claims())));
    }

    /** FAPI 2.0 Security Profile section 5.4.1. */
    @Test
    void refusesAWeakAlgorithmUnderFapi() {
        OAuthClient fapi = TestClients.client(TestClients.settings().add("authorization_requests",
                Json.createObjectBuilder().add("security_profile", "fapi_2_security")));

        assertThat(constraints.shown(fapi, proofs(sign(TestKeys.RSA, JWSAlgorithm.PS256, claims())))).isNotNull();
        assertThat(code(() -> constraints.shown(fapi, proofs(sign(TestKeys.RSA, JWSAlgorithm.RS256, claims())))))
                .isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    @Test
    void refusesAProofForAnotherRequest() {
        invalid(proofs(sign(claims().claim("htm", "GET"))));
        invalid(proofs(sign(claims().claim("htm", null))));
        invalid(proofs(sign(claims().claim("htu", USERINFO))));
        invalid(proofs(sign(claims().claim("htu", "http://id.example.com/application/o/token/"))));
        invalid(proofs(sign(claims().claim("htu", "https://id.example.com:8443/application/o/token/"))));
        invalid(proofs(sign(claims().claim("htu", "/application/o/token/"))));
        invalid(proofs(sign(claims().claim("htu", null))));
        invalid(proofs(sign(claims().claim("htu", 5))));
    }

    @Test
    void anAddressMayBeWrittenDifferently() {
        assertThat(shown(sign(claims().claim("htu", "HTTPS://ID.example.com:443/application/o/./token/?x=y#z")))).isNotNull();
    }

    @Test
    void refusesAProofThatIsNotOfThisMinute() {
        invalid(proofs(sign(claims().issueTime(in(-61)))));
        invalid(proofs(sign(claims().issueTime(in(61)))));
        invalid(proofs(sign(claims().issueTime(null))));
        assertThat(shown(sign(claims().issueTime(in(-59))))).isNotNull();
    }

    @Test
    void aProofIsGoodOnceAndNeedsAnIdentifier() {
        String proof = proof();
        shown(proof);

        invalid(proofs(proof));
        invalid(proofs(sign(claims().jwtID(null))));
        invalid(proofs(sign(claims().jwtID("x".repeat(2000)))));
    }

    @Test
    void nobodyUsesUpTheIdentifiersOfOthers() {
        shown(sign(TestKeys.OTHER_EC, JWSAlgorithm.ES256, claims().jwtID("one")));

        assertThat(shown(sign(claims().jwtID("one")))).isNotNull();
    }

    // Nonces

    @Test
    void asksForANonceWhereTheClientNeedsOne() {
        OAuthClient careful = with("dpop_nonce_required");

        assertThat(code(() -> constraints.shown(careful, proofs(proof())))).isEqualTo(OAuthErrorCode.USE_DPOP_NONCE);
        assertThat(code(() -> constraints.shown(careful, proofs(sign(claims().claim("nonce", "made-up")))))).isEqualTo(OAuthErrorCode.USE_DPOP_NONCE);
        assertThat(constraints.shown(careful, proofs(sign(claims().claim("nonce", nonces.next())))).keyThumbprint()).isEqualTo(THUMBPRINT);
    }

    @Test
    void aNonceRunsOut() {
        OAuthClient careful = with("dpop_nonce_required");
        String nonce = nonces.next();
        clock.advance(Duration.ofMinutes(5));

        assertThat(code(() -> constraints.shown(careful, proofs(sign(claims().claim("nonce", nonce)))))).isEqualTo(OAuthErrorCode.USE_DPOP_NONCE);
    }

    @Test
    void whatWasSealedForSomethingElseIsNoNonce() {
        String sealed = Base64.getUrlEncoder().withoutPadding()
                .encodeToString(TestClients.CIPHER.seal(String.valueOf(clock.millis())).getBytes(StandardCharsets.US_ASCII));

        assertThat(nonces.isGood(sealed)).isFalse();
        assertThat(nonces.isGood(nonces.next())).isTrue();
        assertThat(nonces.next()).matches("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    // Using tokens

    @Test
    void aBoundTokenIsUsedWithAProofThatNamesIt() {
        Confirmation bound = new Confirmation(THUMBPRINT, null);

        assertThatCode(() -> constraints.requireHolder(client, bound, presented(true, at("token")))).doesNotThrowAnyException();
    }

    @Test
    void aBoundTokenIsNoBearerToken() {
        Confirmation bound = new Confirmation(THUMBPRINT, null);

        assertThat(code(() -> constraints.requireHolder(client, bound, presented(false, at("token"))))).isEqualTo(OAuthErrorCode.INVALID_TOKEN);
        assertThat(code(() -> constraints.requireHolder(client, bound, presented(false)))).isEqualTo(OAuthErrorCode.INVALID_TOKEN);
        assertThat(code(() -> constraints.requireHolder(client, bound, presented(true)))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    @Test
    void anUnboundTokenIsNotTakenWithTheOtherScheme() {
        assertThat(code(() -> constraints.requireHolder(client, Confirmation.NONE, presented(true, at("token"))))).isEqualTo(OAuthErrorCode.INVALID_TOKEN);
        assertThatCode(() -> constraints.requireHolder(client, Confirmation.NONE, presented(false))).doesNotThrowAnyException();
    }

    @Test
    void refusesAProofOfAnotherKeyOrForAnotherToken() {
        Confirmation bound = new Confirmation(THUMBPRINT, null);
        String foreign = sign(TestKeys.OTHER_EC, JWSAlgorithm.ES256, claims().claim("htm", "GET").claim("htu", USERINFO).claim("ath", hash("token")));

        assertThat(code(() -> constraints.requireHolder(client, bound, presented(true, foreign)))).isEqualTo(OAuthErrorCode.INVALID_TOKEN);
        assertThat(code(() -> constraints.requireHolder(client, bound, presented(true, at("another"))))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
        String silent = sign(claims().claim("htm", "GET").claim("htu", USERINFO));
        assertThat(code(() -> constraints.requireHolder(client, bound, presented(true, silent)))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    // Certificates

    @Test
    void bindsToTheCertificateOfTheConnectionAndTakesTheTokenWithNoOther() {
        X509Certificate certificate = TestCertificates.selfSigned("own").certificate();
        OAuthClient careful = with("tls_client_certificate_bound_access_tokens");

        Confirmation shown = constraints.shown(careful, new PresentedProofs(List.of(), List.of(certificate), "POST", TOKEN_ENDPOINT));

        assertThat(shown.toJson().getString("x5t#S256")).hasSize(43);
        assertThatCode(() -> constraints.requireHolder(careful, shown, bearer(certificate))).doesNotThrowAnyException();
        assertThat(code(() -> constraints.requireHolder(careful, shown, bearer(TestCertificates.selfSigned("own").certificate()))))
                .isEqualTo(OAuthErrorCode.INVALID_TOKEN);
        assertThat(code(() -> constraints.requireHolder(careful, shown, presented(false)))).isEqualTo(OAuthErrorCode.INVALID_TOKEN);
    }

    @Test
    void withoutACertificateThereAreNoTokensForAClientThatHasRegisteredForIt() {
        assertThat(code(() -> constraints.shown(with("tls_client_certificate_bound_access_tokens"), proofs()))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
    }

    @Test
    void aCertificateBindsNothingUnlessTheClientHasRegisteredForIt() {
        X509Certificate certificate = TestCertificates.selfSigned("own").certificate();

        assertThat(constraints.shown(client, new PresentedProofs(List.of(), List.of(certificate), "POST", TOKEN_ENDPOINT)).isNone()).isTrue();
    }

    // Pushed requests

    @Test
    void aPushedRequestBindsItsCodeToTheKeyOfItsProof() {
        assertThat(constraints.pushedKey(client, pushed(proof()), Optional.empty())).contains(THUMBPRINT);
        assertThat(constraints.pushedKey(client, pushed(proof()), Optional.of(THUMBPRINT))).contains(THUMBPRINT);
        assertThat(constraints.pushedKey(client, pushed(), Optional.of(THUMBPRINT))).contains(THUMBPRINT);
        assertThat(code(() -> constraints.pushedKey(client, pushed(proof()), Optional.of(thumbprint(TestKeys.OTHER_EC)))))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(code(() -> constraints.pushedKey(client, pushed("junk"), Optional.empty()))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    @Test
    void whatIsBoundIsMetByNothingLess() {
        Confirmation both = new Confirmation("key", "certificate");

        assertThat(both.isMetBy(both)).isTrue();
        assertThat(both.isMetBy(new Confirmation("key", null))).isFalse();
        assertThat(both.isMetBy(new Confirmation(null, "certificate"))).isFalse();
        assertThat(new Confirmation("key", null).isMetBy(Confirmation.NONE)).isFalse();
        assertThat(Confirmation.NONE.isMetBy(both)).isTrue();
        assertThat(both.toClaim()).isEqualTo(Map.of("jkt", "key", "x5t#S256", "certificate"));
    }

    private Confirmation shown(String proof) {
        return constraints.shown(client, proofs(proof));
    }

    private void invalid(PresentedProofs proofs) {
        assertThat(code(() -> constraints.shown(client, proofs))).isEqualTo(OAuthErrorCode.INVALID_DPOP_PROOF);
    }

    private static OAuthErrorCode code(ThrowingCallable call) {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, call);
        assertThat(refusal).as("refused").isNotNull();
        return refusal.error().code();
    }

    private static OAuthClient with(String flag) {
        JsonObjectBuilder authentication = Json.createObjectBuilder().add(flag, true);
        return TestClients.client(TestClients.settings().add("client_authentication", authentication));
    }

    private static PresentedProofs proofs(String... dpop) {
        return new PresentedProofs(Arrays.asList(dpop), List.of(), "POST", TOKEN_ENDPOINT);
    }

    private static TokenRequest pushed(String... dpop) {
        return new TokenRequest(Optional.empty(), new RequestParameters(Map.of()), proofs(dpop));
    }

    private static PresentedToken presented(boolean scheme, String... dpop) {
        return new PresentedToken("token", scheme, new PresentedProofs(Arrays.asList(dpop), List.of(), "GET", USERINFO));
    }

    private static PresentedToken bearer(X509Certificate certificate) {
        return new PresentedToken("token", false, new PresentedProofs(List.of(), List.of(certificate), "GET", USERINFO));
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).issueTime(in(0)).claim("htm", "POST").claim("htu", TOKEN_ENDPOINT);
    }

    private String at(String token) {
        return sign(claims().claim("htm", "GET").claim("htu", USERINFO).claim("ath", hash(token)));
    }

    private static String hash(String token) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256Bytes(token));
    }

    private Date in(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private String proof() {
        return sign(claims());
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        return sign(TestKeys.EC, JWSAlgorithm.ES256, claims);
    }

    private static String sign(JWK key, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        return TestKeys.sign(key, new JWSHeader.Builder(algorithm).type(DPOP).jwk(key.toPublicJWK()).build(), claims.build());
    }

    private static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
