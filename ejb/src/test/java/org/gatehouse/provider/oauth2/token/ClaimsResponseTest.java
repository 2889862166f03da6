package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.TestKeys;
import org.gatehouse.provider.oauth2.authentication.ClientKeys;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;

class ClaimsResponseTest {

    private static final JsonObject CLAIMS = Json.createObjectBuilder().add("sub", "alice").add("email", "a@example.com")
            .add("address", Json.createObjectBuilder().add("country", "NZ")).build();

    private final TestKeys store = new TestKeys();
    private final MovableClock clock = new MovableClock();
    private final ProviderKeys keys = new ProviderKeys(store, TestClients.CIPHER);
    private final UUID signing = store.add(KeyKind.RSA_2048);

    @Test
    void userinfoIsPlainUnlessTheClientWantsMore() {
        assertThat(response(new JWKSet()).userInfo(client(Json.createObjectBuilder()), CLAIMS)).isEmpty();
    }

    @Test
    void signedUserinfoNamesIssuerAndAudience() throws Exception {
        OAuthClient client = client(Json.createObjectBuilder().add("userinfo_signed_response_alg", "PS256"));

        String jwt = response(new JWKSet()).userInfo(client, CLAIMS).orElseThrow();

        assertThat(SignedJWT.parse(jwt).getHeader().getAlgorithm().getName()).isEqualTo("PS256");
        JWTClaimsSet claims = SignedJWT.parse(jwt).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com/application/o/app/");
        assertThat(claims.getAudience()).containsExactly("app");
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getJSONObjectClaim("address")).isEqualTo(Map.of("country", "NZ"));
    }

    @Test
    void signedUserinfoCannotPassForAnIdTokenWhateverMappingsSay() {
        OAuthClient client = client(Json.createObjectBuilder().add("userinfo_signed_response_alg", "RS256"));
        JsonObject mapped = Json.createObjectBuilder(CLAIMS).add("exp", 4_000_000_000L).add("iat", 1).add("azp", "app").build();

        String jwt = response(new JWKSet()).userInfo(client, mapped).orElseThrow();

        assertThat(keys.verify(client, jwt, JOSEObjectType.JWT)).isPresent();
        assertThat(keys.verifyIdToken(client, jwt)).isEmpty();
    }

    @Test
    void encryptedUserinfoIsForTheClientsKey() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID("mine").generate();
        OAuthClient client = client(Json.createObjectBuilder().add("userinfo_encrypted_response_alg", "ECDH-ES+A128KW")
                .add("userinfo_encrypted_response_enc", "A256GCM"));

        JWEObject jwe = JWEObject.parse(response(new JWKSet(key.toPublicJWK())).userInfo(client, CLAIMS).orElseThrow());

        jwe.decrypt(new ECDHDecrypter(key));
        assertThat(jwe.getHeader().getKeyID()).isEqualTo("mine");
        assertThat(jwe.getHeader().getContentType()).isNull();
        assertThat(jwe.getPayload()).hasToString(CLAIMS.toString());
    }

    @Test
    void nestedUserinfoIsSignedFirst() throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).generate();
        OAuthClient client = client(Json.createObjectBuilder().add("userinfo_signed_response_alg", "RS256")
                .add("userinfo_encrypted_response_alg", "ECDH-ES"));

        JWEObject jwe = JWEObject.parse(response(new JWKSet(key.toPublicJWK())).userInfo(client, CLAIMS).orElseThrow());

        jwe.decrypt(new ECDHDecrypter(key));
        assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
        assertThat(keys.verify(client, jwe.getPayload().toString(), JOSEObjectType.JWT)).isPresent();
    }

    @Test
    void nothingGoesOutInTheClearWhenTheClientHasNoKey() {
        OAuthClient client = client(Json.createObjectBuilder().add("userinfo_encrypted_response_alg", "RSA-OAEP-256"));

        assertThatThrownBy(() -> response(new JWKSet()).userInfo(client, CLAIMS)).isInstanceOf(OAuthRefusal.class);
    }

    @Test
    void anEncryptionKeyWithoutAlgorithmKeepsTheWayOfTheContract() throws Exception {
        UUID encryption = store.add(KeyKind.RSA_2048);
        OAuthClient client = TestClients.client(TestClients.settings().add("signing_key", signing.toString())
                .add("encryption_key", encryption.toString()));

        JWEObject jwe = JWEObject.parse(new TokenEncryption(store, null, TestClients.CIPHER).idToken(client, "signed"));

        jwe.decrypt(new RSADecrypter(store.signingKey(encryption).orElseThrow().privateKey()));
        assertThat(jwe.getHeader().getAlgorithm().getName()).isEqualTo("RSA-OAEP-256");
        assertThat(jwe.getHeader().getEncryptionMethod().getName()).isEqualTo("A256CBC-HS512");
        assertThat(jwe.getPayload()).hasToString("signed");
    }

    @Test
    void anAnswerOfIntrospectionCannotPassForAToken() throws Exception {
        JsonObject answer = Json.createObjectBuilder().add("active", true).add("sub", "alice").add("exp", 1_800_000_000L).build();
        OAuthClient asking = client(Json.createObjectBuilder());

        SignedJWT jwt = SignedJWT.parse(response(new JWKSet()).introspection(asking, answer));

        assertThat(jwt.getHeader().getType()).hasToString("token-introspection+jwt");
        assertThat(jwt.getJWTClaimsSet().getClaims()).containsOnlyKeys("iss", "aud", "iat", "token_introspection");
        assertThat(jwt.getJWTClaimsSet().getAudience()).containsExactly("app");
        assertThat(jwt.getJWTClaimsSet().getIssueTime()).isEqualTo(Date.from(clock.instant()));
        assertThat(jwt.getJWTClaimsSet().getJSONObjectClaim("token_introspection"))
                .isEqualTo(Map.of("active", true, "sub", "alice", "exp", 1_800_000_000L));
        assertThat(keys.verify(asking, jwt.serialize(), TokenIssuer.ACCESS_TOKEN)).isEmpty();
        assertThat(keys.verify(asking, jwt.serialize(), JOSEObjectType.JWT)).isEmpty();
    }

    private ClaimsResponse response(JWKSet published) {
        ClientKeys clientKeys = new ClientKeys(null, clock) {
            @Override
            public JWKSet of(OAuthClient client) {
                return published;
            }
        };
        return new ClaimsResponse(keys, new TokenEncryption(store, clientKeys, TestClients.CIPHER),
                new Issuers(new RequestOrigin(), Optional.of("https://id.example.com/")), clock);
    }

    private OAuthClient client(JsonObjectBuilder formats) {
        return TestClients.client(TestClients.settings().add("signing_key", signing.toString()).add("token_formats", formats));
    }
}
