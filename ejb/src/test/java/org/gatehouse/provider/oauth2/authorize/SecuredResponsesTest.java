package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.fixture.Wired;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.AuthorizationResponse;
import org.gatehouse.provider.oauth2.protocol.OAuthError;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.ResponseMode;
import org.gatehouse.provider.oauth2.token.Issuers;
import org.gatehouse.provider.oauth2.token.ProviderKeys;
import org.gatehouse.provider.oauth2.token.TokenEncryption;
import org.junit.jupiter.api.Test;

/** JARM sections 2.1 and 2.3. */
class SecuredResponsesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ISSUER = "https://id.example.com/application/o/app/";

    private final SecuredResponses responses = new SecuredResponses(Wired.with(new ProviderKeys(), TestClients.CIPHER),
            Wired.with(new TokenEncryption(), TestClients.CIPHER), new Issuers() {
        @Override
        public String baseUrl() {
            return "https://id.example.com";
        }
    }, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void signsWhatTheAnswerSaysForTheClientAndForMinutes() throws Exception {
        Map<String, String> issued = new LinkedHashMap<>(Map.of("code", "c0de", "access_token", "t", "expires_in", "3600"));

        AuthorizationResponse answer = responses.secure(TestClients.confidential(), AuthorizationResponse.success(TestClients.REDIRECT_URI,
                ResponseMode.FRAGMENT_JWT, issued, Optional.of("s"), ISSUER));

        JWTClaimsSet claims = verified(answer);
        assertThat(answer.location()).startsWith(TestClients.REDIRECT_URI + "#response=");
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getAudience()).containsExactly("app");
        assertThat(claims.getExpirationTime()).isBetween(Date.from(NOW), Date.from(NOW.plusSeconds(600)));
        assertThat(claims.getStringClaim("code")).isEqualTo("c0de");
        assertThat(claims.getStringClaim("state")).isEqualTo("s");
        assertThat(claims.getLongClaim("expires_in")).isEqualTo(3600);
    }

    @Test
    void signsErrorsAsWell() throws Exception {
        AuthorizationResponse answer = responses.secure(TestClients.confidential(), AuthorizationResponse.error(TestClients.REDIRECT_URI,
                ResponseMode.QUERY_JWT, new OAuthError(OAuthErrorCode.LOGIN_REQUIRED, "x"), Optional.of("s"), ISSUER));

        assertThat(answer.parameters()).containsOnlyKeys("response");
        assertThat(verified(answer).getStringClaim("error")).isEqualTo("login_required");
    }

    @Test
    void signsAndEncryptsAsTheClientHasRegistered() throws Exception {
        String secret = TestClients.SECRET + TestClients.SECRET;
        OAuthClient client = TestClients.client(TestClients.settings().add("client_secret", secret).add("token_formats", Json.createObjectBuilder()
                .add("authorization_signed_response_alg", "HS512").add("authorization_encrypted_response_alg", "dir")
                .add("authorization_encrypted_response_enc", "A256GCM")));

        AuthorizationResponse answer = responses.secure(client, AuthorizationResponse.success(TestClients.REDIRECT_URI,
                ResponseMode.QUERY_JWT, Map.of("code", "c0de"), Optional.empty(), ISSUER));

        JWEObject encrypted = JWEObject.parse(answer.parameters().get("response"));
        encrypted.decrypt(new DirectDecrypter(Digests.sha256Bytes(secret)));
        SignedJWT signed = encrypted.getPayload().toSignedJWT();
        assertThat(signed.getHeader().getAlgorithm().getName()).isEqualTo("HS512");
        assertThat(signed.verify(new MACVerifier(secret))).isTrue();
        assertThat(signed.getJWTClaimsSet().getStringClaim("code")).isEqualTo("c0de");
    }

    @Test
    void leavesPlainAnswersAsTheyAre() {
        AuthorizationResponse plain = AuthorizationResponse.success(TestClients.REDIRECT_URI, ResponseMode.QUERY, Map.of("code", "c"),
                Optional.empty(), ISSUER);

        assertThat(responses.secure(TestClients.confidential(), plain)).isSameAs(plain);
    }

    private static JWTClaimsSet verified(AuthorizationResponse answer) throws Exception {
        SignedJWT token = SignedJWT.parse(answer.parameters().get("response"));
        assertThat(token.verify(new MACVerifier(TestClients.SECRET))).isTrue();
        return token.getJWTClaimsSet();
    }
}
