package org.gatehouse.provider.oauth2.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.outgoing.OutgoingFailure;
import org.gatehouse.outgoing.OutgoingHttp;
import org.gatehouse.outgoing.OutgoingRequest;
import org.gatehouse.outgoing.OutgoingResponse;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.TestKeys;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenFormatCheckTest {

    private static final String SECTOR = "https://sector.example.com/uris.json";

    private final TestKeys store = new TestKeys();
    private String document = "[]";
    private int calls;

    @ParameterizedTest
    @CsvSource({"RSA_2048, ES256", "RSA_2048, EdDSA", "EC_P256, RS256", "EC_P256, ES384", "ED25519, ES256", "ED448, PS256"})
    void refusesAlgorithmsThatTheSigningKeyDoesNotHave(KeyKind kind, String algorithm) {
        for (String what : Set.of("id_token", "userinfo", "introspection")) {
            String field = what + "_signed_response_alg";
            assertThat(problems(TestClients.settings().add("signing_key", store.add(kind).toString()), formats(field, algorithm)))
                    .containsOnlyKeys("token_formats." + field);
        }
    }

    @Test
    void refusesAKeyAlgorithmWithoutAKey() {
        assertThat(problems(TestClients.settings(), formats("id_token_signed_response_alg", "RS256")))
                .containsOnlyKeys("token_formats.id_token_signed_response_alg");
    }

    @ParameterizedTest
    @CsvSource({"HS256, true", "HS384, false", "HS512, false"})
    void aSecretOfThirtyTwoCharactersIsLongEnoughForHs256(String algorithm, boolean fits) {
        assertThat(problems(TestClients.settings(), formats("id_token_signed_response_alg", algorithm)).isEmpty()).isEqualTo(fits);
    }

    @Test
    void aPublicClientHasNoSecretToVerifyOrDecryptWith() {
        JsonObjectBuilder formats = formats("userinfo_signed_response_alg", "HS256").add("id_token_encrypted_response_alg", "dir");

        assertThat(problems(TestClients.settings().add("client_type", "public"), formats))
                .containsOnlyKeys("token_formats.userinfo_signed_response_alg", "token_formats.id_token_encrypted_response_alg");
    }

    @Test
    void refusesEncryptionThatNobodyCouldRead() throws Exception {
        String field = "token_formats.userinfo_encrypted_response_alg";
        JsonObjectBuilder jwks = Json.createObjectBuilder().add("jwks", jwks(new JWKSet(new ECKeyGenerator(Curve.P_256).generate())));

        assertThat(problems(TestClients.settings(), formats("userinfo_encrypted_response_alg", "RSA-OAEP"))).containsOnlyKeys(field);
        assertThat(problems(TestClients.settings().add("client_authentication", jwks),
                formats("userinfo_encrypted_response_alg", "RSA-OAEP"))).containsOnlyKeys(field);
    }

    @Test
    void encryptsToRegisteredAndPublishedKeysAndTheEncryptionKey() throws Exception {
        JsonObjectBuilder jwks = Json.createObjectBuilder().add("jwks", jwks(new JWKSet(new ECKeyGenerator(Curve.P_256).generate())));
        JsonObjectBuilder address = Json.createObjectBuilder().add("jwks_uri", "https://app.example.com/jwks");

        assertThat(problems(TestClients.settings().add("client_authentication", jwks),
                formats("userinfo_encrypted_response_alg", "ECDH-ES"))).isEmpty();
        assertThat(problems(TestClients.settings().add("client_authentication", address),
                formats("userinfo_encrypted_response_alg", "RSA-OAEP"))).isEmpty();
        assertThat(problems(TestClients.settings().add("encryption_key", store.add(KeyKind.RSA_2048).toString()),
                formats("id_token_encrypted_response_alg", "RSA-OAEP"))).isEmpty();
        assertThat(problems(TestClients.settings(), formats("id_token_encrypted_response_alg", "A256KW"))).isEmpty();
    }

    @Test
    void refusesAContentEncryptionThatGoesWithNothing() {
        assertThat(problems(TestClients.settings(), formats("id_token_encrypted_response_enc", "A256GCM")))
                .containsOnlyKeys("token_formats.id_token_encrypted_response_enc");
    }

    @Test
    void aSectorThatIsNotOneHostNeedsAnIdentifier() {
        JsonObjectBuilder two = TestClients.settings().add("redirect_uris", TestClients.uris("https://a.example.com/", "https://b.example.com/"));

        assertThat(problems(TestClients.settings(), formats("subject_type", "pairwise"))).isEmpty();
        assertThat(problems(two, formats("subject_type", "pairwise"))).containsOnlyKeys("token_formats.sector_identifier_uri");
        assertThat(calls).isZero();
    }

    @Test
    void aSectorWithoutHostIsNone() {
        JsonObjectBuilder app = TestClients.settings().add("redirect_uris", TestClients.uris("com.example.app:/cb"));

        assertThat(problems(app, formats("subject_type", "pairwise"))).containsOnlyKeys("token_formats.sector_identifier_uri");
    }

    @Test
    void pairwiseSubjectsDoNotGoWithPatterns() {
        var pattern = Json.createArrayBuilder().add(Json.createObjectBuilder().add("matching_mode", "regex").add("url", "https://.*"));

        assertThat(problems(TestClients.settings().add("redirect_uris", pattern), formats("subject_type", "pairwise")))
                .containsOnlyKeys("token_formats.subject_type");
    }

    @Test
    void joinsASectorThatListsItsRedirectUris() {
        document = "[\"https://other.example.com/cb\", \"" + TestClients.REDIRECT_URI + "\"]";

        assertThat(problems(TestClients.settings(), sector(SECTOR))).isEmpty();
        assertThat(calls).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[\"https://other.example.com/cb\"]", "[]", "{}", "nonsense", "[1]", ""})
    void doesNotJoinASectorThatDoesNotListThem(String published) {
        document = published;

        assertThat(problems(TestClients.settings(), sector(SECTOR))).containsOnlyKeys("token_formats.sector_identifier_uri");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sector.example.com/uris.json", "https://user@sector.example.com/", "file:///etc/passwd", "nonsense",
            "https://sector.example.com/#x"})
    void readsSectorsOverHttpsOnly(String uri) {
        assertThat(problems(TestClients.settings(), sector(uri))).containsOnlyKeys("token_formats.sector_identifier_uri");
        assertThat(calls).isZero();
    }

    @Test
    void aSectorThatCannotBeReachedIsNone() {
        document = null;

        assertThat(problems(TestClients.settings(), sector(SECTOR))).containsOnlyKeys("token_formats.sector_identifier_uri");
    }

    private static JsonObjectBuilder sector(String uri) {
        return formats("subject_type", "pairwise").add("sector_identifier_uri", uri);
    }

    private static JsonObjectBuilder formats(String field, String value) {
        return Json.createObjectBuilder().add(field, value);
    }

    private static jakarta.json.JsonObject jwks(JWKSet set) {
        try (JsonReader reader = Json.createReader(new StringReader(set.toString(true)))) {
            return reader.readObject();
        }
    }

    private Map<String, ?> problems(JsonObjectBuilder settings, JsonObjectBuilder formats) {
        FieldProblems problems = new FieldProblems();
        new TokenFormatCheck(store, new SectorCheck(new OneDocument()))
                .check(TestClients.read(settings.add("token_formats", formats)), TestClients.SECRET, problems);
        return problems.byField();
    }

    private final class OneDocument extends OutgoingHttp {

        @Override
        public OutgoingResponse send(OutgoingRequest request) throws OutgoingFailure {
            calls++;
            if (document == null) {
                throw new OutgoingFailure(OutgoingFailure.Reason.REFUSED, "no");
            }
            return new OutgoingResponse(200, "application/json", document.getBytes(StandardCharsets.UTF_8));
        }
    }
}
