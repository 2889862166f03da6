package org.gatehouse.provider.oauth2.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.limit.Attempts;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.protocol.TokenRequest;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.junit.jupiter.api.Test;

/** RFC 7523 section 3 and OpenID Connect Core 1.0 section 9, as {@link ClientAuthenticator} answers. */
class AssertionProofTest {

    private static final String ISSUER = "https://id.example.com/application/o/app/";
    private static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private final MovableClock clock = new MovableClock();
    private OAuthClient client = keyed("");

    private final ClientAuthenticator authenticator = TestClients.authenticator(clock, TestClients.only(() -> client), new Issuers() {
        @Override
        public String baseUrl() {
            return "https://id.example.com";
        }
    });

    @Test
    void acceptsAnAssertionOfARegisteredKeyOfEveryKind() {
        for (JWK key : List.of(TestKeys.RSA, TestKeys.EC, TestKeys.ED)) {
            assertThat(authenticate(signed(key, algorithm(key), claims()))).as(key.getKeyID()).isSameAs(client);
        }
        assertThat(authenticate(signed(TestKeys.RSA, JWSAlgorithm.PS512, claims()))).isSameAs(client);
    }

    @Test
    void findsTheClientByTheSubjectAlone() {
        assertThat(authenticator.authenticate(request(Map.of("client_assertion", good(), "client_assertion_type", TYPE)))).isSameAs(client);
    }

    @Test
    void acceptsTheTokenEndpointAsAudience() {
        assertThat(authenticate(sign(claims().audience("https://id.example.com/application/o/token/")))).isSameAs(client);
        assertThat(authenticate(sign(claims().audience(List.of(ISSUER, "https://id.example.com/application/o/token/"))))).isSameAs(client);
    }

    @Test
    void refusesAssertionsOfAndForSomebodyElse() {
        refused(sign(claims().issuer("other")));
        refused(sign(claims().subject("other")));
        refused(sign(claims().issuer(null)));
        refused(sign(claims().audience("https://other.example.com/")));
        refused(sign(claims().audience(List.of(ISSUER, "https://other.example.com/"))));
        refused(sign(claims().audience(List.of())));
        refused(sign(claims().audience("https://id.example.com/application/o/other/")));
    }

    /** FAPI 2.0 Security Profile section 5.3.2.1. */
    @Test
    void wantsTheIssuerAloneAndInNoArrayUnderFapi() throws JOSEException {
        client = TestClients.client(TestClients.settings().add("client_authentication", Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt").add("jwks", TestKeys.jwks(TestKeys.EC)))
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_security")));

        assertThat(authenticate(signed(TestKeys.EC, JWSAlgorithm.ES256, claims()))).isSameAs(client);
        refused(signed(TestKeys.EC, JWSAlgorithm.ES256, claims().audience("https://id.example.com/application/o/token/")));
        refused(signed(TestKeys.EC, JWSAlgorithm.ES256, claims().audience(List.of(ISSUER, "https://id.example.com/application/o/token/"))));
        Map<String, Object> array = claims().build().toJSONObject();
        array.put("aud", List.of(ISSUER));
        JWSObject assertion = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(TestKeys.EC.getKeyID()).build(), new Payload(array));
        assertion.sign(new ECDSASigner(TestKeys.EC.toECKey()));
        refused(assertion.serialize());
    }

    /** FAPI 2.0 Security Profile section 5.4.1. */
    @Test
    void takesNoWeakAlgorithmUnderFapi() {
        client = TestClients.client(TestClients.settings().add("client_authentication", Json.createObjectBuilder()
                        .add("token_endpoint_auth_method", "private_key_jwt").add("jwks", TestKeys.jwks(TestKeys.RSA)))
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_security")));

        assertThat(authenticate(signed(TestKeys.RSA, JWSAlgorithm.PS256, claims()))).isSameAs(client);
        refused(signed(TestKeys.RSA, JWSAlgorithm.RS256, claims()));
        refused(signed(TestKeys.RSA, JWSAlgorithm.PS512, claims()));
    }

    @Test
    void refusesAssertionsThatAreNotGoodNow() {
        refused(sign(claims().expirationTime(null)));
        refused(sign(claims().expirationTime(in(0))));
        refused(sign(claims().expirationTime(in(-1))));
        refused(sign(claims().expirationTime(in(3601))));
        refused(sign(claims().notBeforeTime(in(61))));
        refused(sign(claims().issueTime(in(61))));
        assertThat(authenticate(sign(claims().notBeforeTime(in(10)).issueTime(in(10))))).as("FAPI 2.0 section 5.3.2.1").isSameAs(client);
    }

    @Test
    void anAssertionIsGoodOnceAndNeedsAnIdentifier() {
        String assertion = good();

        assertThat(authenticate(assertion)).isSameAs(client);

        refused(assertion);
        refused(sign(claims().jwtID(null)));
        refused(sign(claims().jwtID("x".repeat(2000))));
    }

    @Test
    void anAssertionThatIsRefusedIsNotUsedUp() {
        refused(sign(claims().jwtID("one").audience("https://other.example.com/")));

        assertThat(authenticate(sign(claims().jwtID("one")))).isSameAs(client);
    }

    @Test
    void refusesForeignKeysWhateverTheHeaderSays() {
        refused(signed(TestKeys.OTHER_EC, JWSAlgorithm.ES256, claims()));
        refused(TestKeys.sign(TestKeys.OTHER_EC, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims().build()));
        refused(TestKeys.sign(TestKeys.OTHER_EC, new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(TestKeys.OTHER_EC.toPublicJWK()).build(), claims().build()));
        refused(TestKeys.sign(TestKeys.OTHER_EC, new JWSHeader.Builder(JWSAlgorithm.ES256).jwkURL(URI.create("https://evil.example/jwks")).build(),
                claims().build()));
    }

    @Test
    void refusesAHeaderThatDemandsWhatIsNotUnderstood() {
        refused(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").criticalParams(Set.of("exotic"))
                .customParam("exotic", true).build(), claims().build()));
    }

    @Test
    void refusesAJwtOfAnotherKind() {
        refused(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt")).build(), claims().build()));
        refused(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("at+jwt")).build(), claims().build()));
        assertThat(authenticate(TestKeys.sign(TestKeys.EC, new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType("client-authentication+jwt")).build(), claims().build()))).isSameAs(client);
    }

    @Test
    void refusesUnsignedAssertionsAndSecretsInThePlaceOfKeys() {
        refused(new PlainJWT(claims().build()).serialize());
        refused(mac(TestClients.SECRET, JWSAlgorithm.HS256));
        refused(mac(TestKeys.RSA.getModulus().toString(), JWSAlgorithm.HS256));
        refused("not a token");
    }

    @Test
    void onlyTheRegisteredAlgorithmCounts() {
        client = keyed("PS256");

        assertThat(authenticate(signed(TestKeys.RSA, JWSAlgorithm.PS256, claims()))).isSameAs(client);
        refused(signed(TestKeys.RSA, JWSAlgorithm.RS256, claims()));
        refused(signed(TestKeys.EC, JWSAlgorithm.ES256, claims()));
    }

    @Test
    void aClientThatHasRegisteredAMethodMayUseNoOther() {
        refused(Map.of("client_id", "app", "client_secret", TestClients.SECRET));
        refused(Map.of("client_id", "app"));
        client = TestClients.confidential();
        refused(good());
        client = registered("client_secret_post", "");
        assertThat(authenticator.authenticate(request(Map.of("client_id", "app", "client_secret", TestClients.SECRET)))).isSameAs(client);
        refused(good());
        client = registered("client_secret_basic", "");
        refused(Map.of("client_id", "app", "client_secret", TestClients.SECRET));
        client = registered("self_signed_tls_client_auth", "");
        refused(Map.of("client_id", "app", "client_secret", TestClients.SECRET));
        refused(Map.of("client_id", "app"));
    }

    @Test
    void twoMethodsInOneRequestAreAmbiguous() {
        assertThat(code(Map.of("client_id", "app", "client_secret", TestClients.SECRET, "client_assertion", good(), "client_assertion_type", TYPE)))
                .isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        TokenRequest both = new TokenRequest(Optional.of("Basic YXBwOng="), request(Map.of("client_assertion", good(), "client_assertion_type", TYPE)).parameters());
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> authenticator.authenticate(both)).error().code()).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(code(Map.of("client_assertion", good()))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(code(Map.of("client_assertion_type", TYPE, "client_id", "app"))).isEqualTo(OAuthErrorCode.INVALID_REQUEST);
        assertThat(code(Map.of("client_assertion", good(), "client_assertion_type", "urn:other"))).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
        assertThat(code(Map.of("client_assertion", good(), "client_assertion_type", TYPE, "client_id", "other"))).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    @Test
    void acceptsAMacOfTheSecretForThatMethodOnly() {
        client = registered("client_secret_jwt", "");

        assertThat(authenticate(mac(TestClients.SECRET, JWSAlgorithm.HS256))).isSameAs(client);
        refused(mac("another secret of thirty-two characters", JWSAlgorithm.HS256));
        refused(signed(TestKeys.EC, JWSAlgorithm.ES256, claims()));
        client = registered("client_secret_jwt", "HS512");
        refused(mac(TestClients.SECRET, JWSAlgorithm.HS256));
    }

    @Test
    void guessingTheSecretByMacsIsSlowedDownLikeGuessingItself() {
        client = registered("client_secret_jwt", "");
        IntStream.range(0, Attempts.FREE).forEach(i -> refused(mac("another secret of thirty-two characters", JWSAlgorithm.HS256)));

        refused(mac(TestClients.SECRET, JWSAlgorithm.HS256));
        clock.advance(Duration.ofSeconds(1));

        assertThat(authenticate(mac(TestClients.SECRET, JWSAlgorithm.HS256))).isSameAs(client);
    }

    @Test
    void anAssertionOfSomebodyElseIsNoProofWhereAnAccountProvesItself() {
        client = TestClients.confidential();

        assertThat(authenticator.identify(request(form(sign(claims().issuer("https://ci.example.com/").subject("robot")))))).isSameAs(client);
        assertThat(catchThrowableOfType(OAuthRefusal.class, () -> authenticator.identify(request(form(good())))).error().code())
                .isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private static OAuthClient keyed(String algorithm) {
        return registered("private_key_jwt", algorithm);
    }

    private static OAuthClient registered(String method, String algorithm) {
        JsonObjectBuilder authentication = Json.createObjectBuilder().add("token_endpoint_auth_method", method)
                .add("token_endpoint_auth_signing_alg", algorithm)
                .add("jwks", TestKeys.jwks(TestKeys.RSA, TestKeys.EC, TestKeys.ED));
        return TestClients.client(TestClients.settings().add("client_authentication", authentication));
    }

    private static JWSAlgorithm algorithm(JWK key) {
        return key == TestKeys.RSA ? JWSAlgorithm.RS256 : key == TestKeys.EC ? JWSAlgorithm.ES256 : JWSAlgorithm.EdDSA;
    }

    private JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer("app").subject("app").audience(ISSUER).jwtID(UUID.randomUUID().toString())
                .issueTime(in(0)).expirationTime(in(60));
    }

    private Date in(long seconds) {
        return Date.from(clock.instant().plusSeconds(seconds));
    }

    private String good() {
        return sign(claims());
    }

    private static String sign(JWTClaimsSet.Builder claims) {
        return signed(TestKeys.EC, JWSAlgorithm.ES256, claims);
    }

    private static String signed(JWK key, JWSAlgorithm algorithm, JWTClaimsSet.Builder claims) {
        return TestKeys.sign(key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims.build());
    }

    private String mac(String secret, JWSAlgorithm algorithm) {
        try {
            SignedJWT jwt = new SignedJWT(new JWSHeader(algorithm), claims().build());
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private OAuthClient authenticate(String assertion) {
        return authenticator.authenticate(request(form(assertion)));
    }

    private void refused(String assertion) {
        refused(form(assertion));
    }

    private void refused(Map<String, String> form) {
        assertThat(code(form)).isEqualTo(OAuthErrorCode.INVALID_CLIENT);
    }

    private OAuthErrorCode code(Map<String, String> form) {
        OAuthRefusal refusal = catchThrowableOfType(OAuthRefusal.class, () -> authenticator.authenticate(request(form)));
        assertThat(refusal).as("refused").isNotNull();
        return refusal.error().code();
    }

    private static Map<String, String> form(String assertion) {
        return Map.of("client_id", "app", "client_assertion", assertion, "client_assertion_type", TYPE);
    }

    private static TokenRequest request(Map<String, String> form) {
        Map<String, String[]> values = new HashMap<>();
        form.forEach((name, value) -> values.put(name, new String[] {value}));
        return new TokenRequest(Optional.empty(), new RequestParameters(values));
    }
}
