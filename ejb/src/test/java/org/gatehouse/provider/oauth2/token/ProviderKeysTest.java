package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.Wired;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.TestKeys;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderKeysTest {

    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("alice").build();
    private static final String LONG_SECRET = TestClients.SECRET + TestClients.SECRET;
    private static final UUID ISSUER = new UUID(0, 77);

    private final TestKeys store = new TestKeys();
    private final ProviderKeys keys = Wired.with(new ProviderKeys(store, TestClients.CIPHER), new OAuthClients() {
        @Override
        public Optional<OAuthClient> find(UUID providerId) {
            return Optional.of(issuer).filter(found -> providerId.equals(ISSUER));
        }
    });
    private OAuthClient issuer;

    @ParameterizedTest
    @CsvSource({"RSA_2048, RS256", "RSA_2048, RS384", "RSA_2048, RS512", "RSA_2048, PS256", "RSA_2048, PS384", "RSA_2048, PS512",
            "EC_P256, ES256", "ED25519, EdDSA", "ED448, EdDSA"})
    void signsEverythingWithTheAlgorithmThatTheClientExpects(KeyKind kind, String algorithm) throws Exception {
        OAuthClient client = client(store.add(kind), Json.createObjectBuilder().add("id_token_signed_response_alg", algorithm));

        for (TokenSigner signer : List.of(keys.idTokenSigner(client), keys.signer(client))) {
            String token = signer.sign(JOSEObjectType.JWT, CLAIMS);
            assertThat(SignedJWT.parse(token).getHeader().getAlgorithm().getName()).isEqualTo(algorithm);
            assertThat(keys.verify(client, token, JOSEObjectType.JWT)).contains(CLAIMS);
        }
        JWK published = JWKSet.parse(keys.jwks(client)).getKeys().get(0);
        assertThat(published.getAlgorithm().getName()).isEqualTo(algorithm);
        assertThat(published.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
        assertThat(published.isPrivate()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"RSA_2048, PS256", "EC_P256, ES256", "ED25519, EdDSA"})
    void signsWithNothingWeakUnderFapi(KeyKind kind, String algorithm) {
        OAuthClient client = TestClients.client(TestClients.settings().add("signing_key", store.add(kind).toString())
                .add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_security")));

        assertThat(keys.signer(client).algorithm().getName()).isEqualTo(algorithm);
        assertThat(keys.idTokenSigner(client).algorithm().getName()).isEqualTo(algorithm);
    }

    @Test
    void publishesWhatRequestObjectsAreEncryptedTo() throws Exception {
        OAuthClient client = TestClients.client(TestClients.settings().add("signing_key", store.add(KeyKind.EC_P256).toString())
                .add("encryption_key", store.add(KeyKind.RSA_2048).toString()));

        List<JWK> published = JWKSet.parse(keys.jwks(client)).getKeys();

        assertThat(published).extracting(JWK::getKeyUse).containsExactly(KeyUse.SIGNATURE, KeyUse.ENCRYPTION);
        assertThat(published.get(1).getAlgorithm().getName()).isEqualTo("RSA-OAEP-256");
        assertThat(published).noneMatch(JWK::isPrivate);
    }

    @ParameterizedTest
    @CsvSource({"HS256", "HS384", "HS512"})
    void signsIdTokensWithTheSecretAndAccessTokensWithTheKeyWhenToldSo(String algorithm) {
        OAuthClient client = client(store.add(KeyKind.RSA_2048), Json.createObjectBuilder().add("id_token_signed_response_alg", algorithm));

        assertThat(keys.idTokenSigner(client).algorithm().getName()).isEqualTo(algorithm);
        assertThat(keys.signer(client).algorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(keys.verify(client, keys.idTokenSigner(client).sign(JOSEObjectType.JWT, CLAIMS), JOSEObjectType.JWT)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void anIdTokenNamesItsAccessTokenWhateverKeySigns(KeyKind kind) throws Exception {
        OAuthClient client = client(store.add(kind), Json.createObjectBuilder());
        Grant grant = Grant.withoutCode(List.of("openid"), 0, List.of("password"));
        Instant now = Instant.parse("2026-01-01T12:00:00Z");

        String token = new IdTokenAssembler(keys, new Issuers(new RequestOrigin(), Optional.of("https://id.example.com")))
                .assemble(client, new TokenOrigin(UUID.randomUUID(), null, grant),
                        new IdTokenAssembler.IssuedAccess("the access token", "alice", now, now.plusSeconds(60)), Map.of());

        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("at_hash")).isNotEmpty();
    }

    @Test
    void anIdTokenThatIsBoundToAKeySaysSoAndIsAHintLikeAnyOther() throws Exception {
        OAuthClient client = client(store.add(KeyKind.EC_P256), Json.createObjectBuilder());
        Instant now = Instant.parse("2026-01-01T12:00:00Z");
        Map<String, Object> key = Map.of("kty", "EC");

        String token = new IdTokenAssembler(keys, new Issuers(new RequestOrigin(), Optional.of("https://id.example.com")))
                .assemble(client, new TokenOrigin(UUID.randomUUID(), null, Grant.withoutCode(List.of("openid"), 0, List.of("password"))),
                        new IdTokenAssembler.IssuedAccess("the access token", "alice", now, now.plusSeconds(60)).boundTo(key), Map.of());

        assertThat(SignedJWT.parse(token).getHeader().getType()).hasToString("dpop+id_token");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getJSONObjectClaim("cnf")).isEqualTo(Map.of("jwk", key));
        assertThat(keys.verifyIdToken(client, token)).isPresent();
    }

    @Test
    void publishesPublicKeysOnly() {
        assertThat(keys.jwks(TestClients.confidential())).isEqualTo("{\"keys\":[]}");
    }

    @Test
    void publishesEdwardsKeysAsRfc8037Says() throws Exception {
        UUID id = store.add(KeyKind.ED25519);

        OctetKeyPair key = JWKSet.parse(keys.jwks(client(id, Json.createObjectBuilder()))).getKeys().get(0).toOctetKeyPair();

        var expected = (Ed25519PublicKeyParameters) PublicKeyFactory.createKey(store.certificate(id).orElseThrow().getPublicKey().getEncoded());
        assertThat(key.getCurve()).isEqualTo(Curve.Ed25519);
        assertThat(key.getX().decode()).isEqualTo(expected.getEncoded());
        assertThat(key.getX509CertChain()).hasSize(1);
    }

    @Test
    void saysNothingOfTheAlgorithmOfAKeyThatHasSeveral() throws Exception {
        OAuthClient client = client(store.add(KeyKind.RSA_2048), Json.createObjectBuilder()
                .add("id_token_signed_response_alg", "PS256").add("userinfo_signed_response_alg", "RS256"));

        assertThat(JWKSet.parse(keys.jwks(client)).getKeys().get(0).getAlgorithm()).isNull();
    }

    @Test
    void aKeyIsRotatedWithoutAnybodyNoticing() throws Exception {
        UUID old = store.add(KeyKind.RSA_2048);
        UUID next = store.add(KeyKind.EC_P256);
        OAuthClient before = client(old, further(next));
        String token = keys.idTokenSigner(before).sign(JOSEObjectType.JWT, CLAIMS);
        assertThat(JWKSet.parse(keys.jwks(before)).getKeys()).extracting(JWK::getKeyID).containsExactly("kid-" + old, "kid-" + next);

        OAuthClient after = client(next, further(old));

        assertThat(keys.idTokenSigner(after).algorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(JWKSet.parse(keys.jwks(after)).getKeys()).extracting(JWK::getKeyID).containsExactly("kid-" + next, "kid-" + old);
        assertThat(keys.verify(after, token, JOSEObjectType.JWT)).contains(CLAIMS);
        assertThat(keys.verify(client(next, Json.createObjectBuilder()), token, JOSEObjectType.JWT)).as("taken out").isEmpty();
    }

    @Test
    void aTokenCannotChooseAmongTheAlgorithmsOfItsKey() {
        UUID id = store.add(KeyKind.RSA_2048);
        OAuthClient client = client(id, Json.createObjectBuilder());
        String token = TokenSigner.of(store.signingKey(id).orElseThrow(), SigningAlgorithm.PS512).sign(JOSEObjectType.JWT, CLAIMS);

        assertThat(keys.verify(client, token, JOSEObjectType.JWT)).isEmpty();
    }

    @Test
    void aTokenThatNamesAnotherKeyIsNotRecognised() {
        UUID id = store.add(KeyKind.RSA_2048);
        var key = store.signingKey(id).orElseThrow();
        String token = TokenSigner.of(new org.gatehouse.crypto.SigningKey("other", key.privateKey(), key.certificate()))
                .sign(JOSEObjectType.JWT, CLAIMS);

        assertThat(keys.verify(client(id, Json.createObjectBuilder()), token, JOSEObjectType.JWT)).isEmpty();
    }

    @Test
    void listsWhatTheKeysCanDoWithThePresentAlgorithmFirst() {
        OAuthClient client = client(store.add(KeyKind.EC_P256), Json.createObjectBuilder());

        assertThat(keys.algorithms(client)).containsExactly(SigningAlgorithm.ES256, SigningAlgorithm.HS256, SigningAlgorithm.HS384,
                SigningAlgorithm.HS512);
        assertThat(keys.algorithms(TestClients.confidential())).containsExactly(SigningAlgorithm.HS256);
    }

    @Test
    void listsNothingWeakForAClientUnderFapi() {
        OAuthClient client = TestClients.client(TestClients.settings().add("signing_key", store.add(KeyKind.RSA_2048).toString())
                .add("client_secret", LONG_SECRET).add("authorization_requests", Json.createObjectBuilder().add("security_profile", "fapi_2_security")));

        assertThat(keys.algorithms(client)).containsExactly(SigningAlgorithm.PS256);
    }

    private static JsonObjectBuilder further(UUID key) {
        return Json.createObjectBuilder().add("further_signing_keys", Json.createArrayBuilder().add(key.toString()));
    }

    @Test
    void whoHasRegisteredItselfFollowsTheKeysOfItsIssuer() throws Exception {
        UUID old = store.add(KeyKind.RSA_2048);
        UUID next = store.add(KeyKind.EC_P256);
        OAuthClient registered = registered(old, Json.createObjectBuilder());
        issuer = client(old, Json.createObjectBuilder());
        String before = keys.idTokenSigner(registered).sign(JOSEObjectType.JWT, CLAIMS);

        issuer = client(next, further(old));

        assertThat(keys.idTokenSigner(registered).algorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(keys.jwks(registered)).isEqualTo(keys.jwks(issuer)).contains("kid-" + next);
        assertThat(keys.verify(registered, before, JOSEObjectType.JWT)).contains(CLAIMS);
    }

    @Test
    void whoHasRegisteredForAnAlgorithmKeepsTheKeyOfItsIssuerThatCanDoIt() throws Exception {
        UUID old = store.add(KeyKind.RSA_2048);
        UUID next = store.add(KeyKind.EC_P256);
        OAuthClient registered = registered(old, Json.createObjectBuilder().add("id_token_signed_response_alg", "RS256"));
        issuer = client(next, further(old));

        SignedJWT token = SignedJWT.parse(keys.idTokenSigner(registered).sign(JOSEObjectType.JWT, CLAIMS));

        assertThat(token.getHeader().getKeyID()).isEqualTo("kid-" + old);
        issuer = client(next, Json.createObjectBuilder());
        assertThatThrownBy(() -> keys.idTokenSigner(registered)).isInstanceOf(IllegalStateException.class);
    }

    private static OAuthClient registered(UUID copiedKey, JsonObjectBuilder formats) {
        return TestClients.client(TestClients.settings().add("signing_key", copiedKey.toString()).add("token_formats", formats)
                .add("registration", Json.createObjectBuilder().add("registered_with", ISSUER.toString())));
    }

    private static OAuthClient client(UUID signingKey, JsonObjectBuilder formats) {
        return TestClients.client(TestClients.settings().add("signing_key", signingKey.toString()).add("client_secret", LONG_SECRET)
                .add("token_formats", formats));
    }
}
