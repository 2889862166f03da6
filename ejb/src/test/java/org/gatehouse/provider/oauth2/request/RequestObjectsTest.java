package org.gatehouse.provider.oauth2.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.request.TestObjects.NOW;
import static org.gatehouse.provider.oauth2.request.TestObjects.claims;
import static org.gatehouse.provider.oauth2.request.TestObjects.client;
import static org.gatehouse.provider.oauth2.request.TestObjects.objects;
import static org.gatehouse.provider.oauth2.request.TestObjects.signed;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.jose.TestKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.junit.jupiter.api.Test;

class RequestObjectsTest {

    @Test
    void readsWhatTheClientHasSigned() {
        RequestObject object = objects().read(client(), signed(claims().claim("max_age", 60).claim("claims", Map.of("userinfo", Map.of()))
                .claim("resource", List.of("https://a.example", "https://b.example"))));

        assertThat(object.signed()).isTrue();
        assertThat(object.parameters()).containsEntry("state", List.of("inside")).containsEntry("max_age", List.of("60"))
                .containsEntry("claims", List.of("{\"userinfo\":{}}")).containsEntry("resource", List.of("https://a.example", "https://b.example"))
                .doesNotContainKeys("iss", "aud", "exp", "nbf", "iat", "jti");
    }

    @Test
    void takesTheClientSecretAsTheKeyOfAMac() {
        assertThat(objects().read(client(), TestObjects.mac(TestClients.SECRET.getBytes(StandardCharsets.UTF_8))).signed()).isTrue();
        assertThat(objects().read(client(), TestObjects.mac(TestObjects.FORMER_SECRET.getBytes(StandardCharsets.UTF_8))).signed())
                .as("while it is rotated").isTrue();
        invalid(client(), TestObjects.mac("another secret of 32 characters!".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesEdwardsCurvesUnderFapiAndNoWeakAlgorithm() {
        OAuthClient client = TestClients.client(TestClients.settings()
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_security"))
                .add("client_authentication", Json.createObjectBuilder().add("jwks", TestKeys.jwks(TestKeys.ED, TestKeys.RSA))));

        assertThat(objects().read(client, TestKeys.sign(TestKeys.ED, new JWSHeader.Builder(JWSAlgorithm.EdDSA).keyID("ed").build(),
                claims().build())).signed()).isTrue();
        invalid(client, TestKeys.sign(TestKeys.RSA, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(TestKeys.RSA.getKeyID()).build(), claims().build()));
    }

    @Test
    void refusesAMacUnderThePublicKey() throws Exception {
        invalid(client(), TestObjects.mac(TestObjects.KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)));
        invalid(client(), TestObjects.mac(TestObjects.RSA.toRSAPublicKey().getEncoded()));
    }

    @Test
    void refusesKeysThatTheHeaderBringsOrPointsTo() {
        ECKey foreign = TestObjects.generate("c1");
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("c1").jwk(foreign.toPublicJWK())
                .jwkURL(URI.create("https://evil.example/jwks"));

        invalid(client(), TestObjects.sign(header, claims(), foreign));
        invalid(client(), TestObjects.sign(new JWSHeader.Builder(JWSAlgorithm.ES256), claims(), TestObjects.generate("x")));
    }

    @Test
    void refusesWhatNobodyHasSignedUnlessTheClientHasRegisteredIt() {
        String unsigned = new PlainJWT(claims().build()).serialize();

        refuses(OAuthErrorCode.REQUEST_NOT_SUPPORTED, () -> objects().read(client(), unsigned));
        assertThat(objects().read(client(registered("none")), unsigned).signed()).isFalse();
        invalid(client(registered("ES256")), unsigned);
        invalid(client(registered("none").add("require_signed_request_object", true)), unsigned);
        invalid(client(registered("none").add("security_profile", "fapi_2_security")), unsigned);
    }

    @Test
    void refusesAnEmptySignature() {
        String object = signed(claims());

        invalid(client(), object.substring(0, object.lastIndexOf('.') + 1));
        invalid(client(registered("none")), object.substring(0, object.lastIndexOf('.') + 1));
    }

    @Test
    void refusesAnotherAlgorithmThanTheRegisteredOne() {
        assertThat(objects().read(client(registered("PS256")), TestObjects.signedByRsa(JWSAlgorithm.PS256)).signed()).isTrue();
        invalid(client(registered("PS256")), TestObjects.signedByRsa(JWSAlgorithm.RS256));
        invalid(client(registered("PS256")), signed(claims()));
        invalid(client(Json.createObjectBuilder().add("security_profile", "fapi_2_security")), TestObjects.signedByRsa(JWSAlgorithm.RS256));
    }

    @Test
    void saysSoWhenTheClientHasNoWayToSign() {
        refuses(OAuthErrorCode.REQUEST_NOT_SUPPORTED, () -> objects().read(TestClients.publicClient(), signed(claims())));
    }

    @Test
    void refusesWhatIsMeantForOthers() {
        invalid(signed(claims().issuer("another")));
        invalid(signed(claims().audience("https://other.example/")));
        invalid(signed(claims().subject("app")));
        invalid(typed("at+jwt"));
        invalid(typed("logout+jwt"));
        assertThat(objects().read(client(), typed("oauth-authz-req+jwt")).signed()).isTrue();
    }

    @Test
    void refusesWhatIsTooOldOrTooEarly() {
        invalid(signed(claims().expirationTime(Date.from(NOW.minusSeconds(30)))));
        invalid(signed(claims().notBeforeTime(Date.from(NOW.plusSeconds(30)))));
        invalid(signed(claims().issueTime(Date.from(NOW.plusSeconds(30)))));
    }

    @Test
    void demandsEverythingOfAClientThatHasToSign() {
        OAuthClient strict = client(Json.createObjectBuilder().add("require_signed_request_object", true));

        assertThat(objects().read(strict, signed(claims())).signed()).isTrue();
        for (JWTClaimsSet.Builder incomplete : List.of(claims().issuer(null), claims().audience((String) null), claims().expirationTime(null),
                claims().notBeforeTime(null), claims().notBeforeTime(Date.from(NOW.minusSeconds(3700))),
                claims().expirationTime(Date.from(NOW.plusSeconds(3700))))) {
            invalid(strict, signed(incomplete));
        }
        assertThat(objects().read(client(), signed(claims().issuer(null).audience((String) null).expirationTime(null).notBeforeTime(null)))).isNotNull();
    }

    @Test
    void takesAnObjectOnce() {
        RequestObjects objects = objects();
        OAuthClient client = client();

        use(objects, client, claims().jwtID("once"));

        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> use(objects, client, claims().jwtID("once").expirationTime(null)));
        use(objects, client(), claims().jwtID("once"));
        use(objects, client, claims().jwtID(null));
        use(objects, client, claims().jwtID(null));
    }

    @Test
    void readingAnObjectDoesNotUseItUp() {
        RequestObjects objects = objects();
        OAuthClient client = client();

        objects.read(client, signed(claims().jwtID("refused by a later rule")));

        use(objects, client, claims().jwtID("refused by a later rule"));
    }

    @Test
    void takesAnObjectOnceThatExpiresLaterThanTheDatabaseCanRemember() {
        RequestObjects objects = objects();
        OAuthClient client = client();
        Date endOfTime = new Date(Long.MAX_VALUE - 999);

        use(objects, client, claims().jwtID("forever").expirationTime(endOfTime));

        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> use(objects, client, claims().jwtID("forever").expirationTime(endOfTime)));
    }

    @Test
    void refusesObjectsWithinObjects() {
        invalid(signed(claims().claim("request", "e30.e30.")));
        invalid(signed(claims().claim("request_uri", "https://evil.example/")));
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String text : List.of("", "x", "a.b", "a.b.c", "....", "e30.e30.", "e30.W10.x", "x".repeat(40_000))) {
            refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects().read(client(), text));
        }
    }

    /** CVE-2026-9793: encryption is no substitute for the signature. */
    @Test
    void wantsASignatureInsideOfTheEncryption() throws Exception {
        OAuthClient receiver = TestClients.client(TestObjects.document(registered("ES256")).add("encryption_key", TestKeyStore.ID.toString()));

        assertThat(objects(new TestKeyStore()).read(receiver, encrypted(signed(claims()), JWEAlgorithm.RSA_OAEP_256)).signed()).isTrue();
        for (String inner : List.of(new PlainJWT(claims().build()).serialize(), claims().build().toString())) {
            refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT,
                    () -> objects(new TestKeyStore()).read(receiver, encrypted(inner, JWEAlgorithm.RSA_OAEP_256)));
        }
    }

    @Test
    void refusesEncryptionThatCannotBeOpenedOrIsMissing() throws Exception {
        OAuthClient receiver = TestClients.client(TestObjects.document(Json.createObjectBuilder().add("request_object_encryption_alg", "RSA-OAEP-256"))
                .add("encryption_key", TestKeyStore.ID.toString()));

        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects(new TestKeyStore()).read(receiver, signed(claims())));
        String other = encrypted(signed(claims()), JWEAlgorithm.RSA_OAEP_512);
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects(new TestKeyStore()).read(receiver, other));
        String right = encrypted(signed(claims()), JWEAlgorithm.RSA_OAEP_256);
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects().read(client(), right));
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects(new TestKeyStore()).read(receiver, right.substring(0, right.length() - 4) + "AAAA"));
    }

    private static void use(RequestObjects objects, OAuthClient client, JWTClaimsSet.Builder claims) {
        objects.read(client, signed(claims)).once().ifPresent(objects::use);
    }

    private static String encrypted(String inner, JWEAlgorithm algorithm) {
        try {
            JWEObject object = new JWEObject(new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM).contentType("JWT").build(),
                    new Payload(inner));
            object.encrypt(new RSAEncrypter(TestKeyStore.PAIR.toRSAPublicKey()));
            return object.serialize();
        } catch (com.nimbusds.jose.JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String typed(String type) {
        return TestObjects.sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("c1").type(new JOSEObjectType(type)), claims(), TestObjects.KEY);
    }

    private static JsonObjectBuilder registered(String algorithm) {
        return Json.createObjectBuilder().add("request_object_signing_alg", algorithm);
    }

    private static void invalid(String object) {
        invalid(client(), object);
    }

    private static void invalid(OAuthClient client, String object) {
        refuses(OAuthErrorCode.INVALID_REQUEST_OBJECT, () -> objects().read(client, object));
    }
}
