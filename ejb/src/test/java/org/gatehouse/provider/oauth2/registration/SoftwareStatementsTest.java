package org.gatehouse.provider.oauth2.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.junit.jupiter.api.Test;

class SoftwareStatementsTest {

    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final ECKey key = key();
    private final SoftwareStatements statements = new SoftwareStatements(Clock.fixed(NOW, ZoneOffset.UTC));
    private final RegistrationRules trusting = Documents.rules(jwks(key), List.of(), false);

    @Test
    void whatIsSignedCountsMoreThanWhatTheClientSays() {
        JsonObject applied = statements.apply(document(signed(key, claims().build())), trusting);

        assertThat(applied.getString("client_name")).isEqualTo("Signed");
        assertThat(applied.getJsonArray("redirect_uris").getString(0)).isEqualTo("https://app.example.com/cb");
        assertThat(applied).doesNotContainKeys("iss", "exp");
    }

    @Test
    void whereNobodyIsTrustedStatementsAreIgnored() {
        JsonObject document = document("not even a token");

        assertThat(statements.apply(document, Documents.rules())).isEqualTo(document);
    }

    @Test
    void refusesForgedExpiredEarlyAndNamelessStatements() throws JOSEException {
        Date past = Date.from(NOW.minusSeconds(60));
        Date future = Date.from(NOW.plusSeconds(60));
        assertInvalid("not a token");
        assertInvalid(signed(key(), claims().build()));
        assertInvalid(new PlainJWT(claims().build()).serialize());
        assertInvalid(signed(key, claims().expirationTime(past).build()));
        assertInvalid(signed(key, claims().notBeforeTime(future).build()));
        assertInvalid(signed(key, new JWTClaimsSet.Builder().claim("client_name", "Signed").build()));
        SignedJWT confused = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims().build());
        confused.sign(new MACSigner(jwks(key).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertInvalid(confused.serialize());
    }

    @Test
    void refusesSoftwareThatIsNotApproved() {
        RegistrationRules rules = Documents.rules(jwks(key), List.of("good-app"), false);

        assertThat(statements.apply(document(signed(key, claims().claim("software_id", "good-app").build())), rules)).isNotNull();
        assertRefused(document(signed(key, claims().claim("software_id", "bad-app").build())), rules, OAuthErrorCode.UNAPPROVED_SOFTWARE_STATEMENT);
        assertRefused(document(signed(key, claims().build())), rules, OAuthErrorCode.UNAPPROVED_SOFTWARE_STATEMENT);
    }

    @Test
    void refusesClientsWithoutAStatementWhereOneIsNeeded() {
        assertRefused(Documents.valid().build(), Documents.rules(jwks(key), List.of(), true), OAuthErrorCode.INVALID_SOFTWARE_STATEMENT);
    }

    private void assertInvalid(String statement) {
        assertRefused(document(statement), trusting, OAuthErrorCode.INVALID_SOFTWARE_STATEMENT);
    }

    private void assertRefused(JsonObject document, RegistrationRules rules, OAuthErrorCode code) {
        assertThatThrownBy(() -> statements.apply(document, rules)).isInstanceOfSatisfying(OAuthRefusal.class,
                refused -> assertThat(refused.error().code()).isEqualTo(code));
    }

    private static JsonObject document(String statement) {
        return Documents.valid().add("software_statement", statement).build();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder().issuer("https://trust.example.com").claim("client_name", "Signed");
    }

    private static String signed(ECKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), claims);
            token.sign(new ECDSASigner(key));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static JsonObject jwks(ECKey key) {
        try (JsonReader reader = Json.createReader(new StringReader(new JWKSet(key.toPublicJWK()).toString()))) {
            return reader.readObject();
        }
    }
}
