package org.gatehouse.provider.oauth2.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.SubjectMode;
import org.gatehouse.provider.oauth2.TestClients;
import org.junit.jupiter.api.Test;

class TokenSignerTest {

    private static final JWTClaimsSet CLAIMS = new JWTClaimsSet.Builder().subject("alice").build();

    @Test
    void signsWithTheAlgorithmOfTheKey() throws Exception {
        assertThat(TokenSigner.of(rsa()).algorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(TokenSigner.of(ec("secp256r1")).algorithm()).isEqualTo(JWSAlgorithm.ES256);
        assertThat(TokenSigner.of(ec("secp384r1")).algorithm()).isEqualTo(JWSAlgorithm.ES384);
        assertThat(TokenSigner.of(TestClients.SECRET).algorithm()).isEqualTo(JWSAlgorithm.HS256);
    }

    @Test
    void recognisesItsOwnTokensOnly() throws Exception {
        for (TokenSigner signer : List.of(TokenSigner.of(rsa()), TokenSigner.of(ec("secp256r1")), TokenSigner.of(TestClients.SECRET))) {
            String token = signer.sign(JOSEObjectType.JWT, CLAIMS);

            assertThat(signer.verify(token, JOSEObjectType.JWT)).contains(CLAIMS);
            assertThat(signer.verify(token, TokenIssuer.ACCESS_TOKEN)).isEmpty();
            assertThat(signer.verify(token.substring(0, token.length() - 4), JOSEObjectType.JWT)).isEmpty();
            assertThat(TokenSigner.of(rsa()).verify(token, JOSEObjectType.JWT)).isEmpty();
        }
    }

    @Test
    void letsNoTokenChooseItsAlgorithm() throws Exception {
        SigningKey key = rsa();
        SignedJWT confused = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build(), CLAIMS);
        confused.sign(new MACSigner(key.certificate().getPublicKey().getEncoded()));

        assertThat(TokenSigner.of(key).verify(confused.serialize(), JOSEObjectType.JWT)).isEmpty();
        assertThat(TokenSigner.of(key).verify(new PlainJWT(CLAIMS).serialize(), JOSEObjectType.JWT)).isEmpty();
        assertThat(TokenSigner.of(key).verify("", JOSEObjectType.JWT)).isEmpty();
        assertThat(TokenSigner.of(key).verify("a.b.c", JOSEObjectType.JWT)).isEmpty();
    }

    @Test
    void assemblesAnIdTokenThatTheClientCanVerify() throws Exception {
        OAuthClient client = TestClients.confidential();
        ProviderKeys keys = new ProviderKeys(null, TestClients.CIPHER);
        IdTokenAssembler assembler = new IdTokenAssembler(keys, new Issuers(new RequestOrigin(), Optional.of("https://id.example.com/")));
        Grant grant = new Grant(List.of("openid"), "n-0S6", TestClients.REDIRECT_URI, true, null, null, 1767268800, List.of("password"));
        Instant now = Instant.parse("2026-01-01T12:00:00Z");

        String token = assembler.assemble(client, new TokenOrigin(UUID.randomUUID(), UUID.randomUUID(), grant),
                new IdTokenAssembler.IssuedAccess("the access token", "alice", now, now.plusSeconds(3600)), Map.of("email", "a@example.com", "iss", "evil"));

        JWTClaimsSet claims = keys.signer(client).verify(token, JOSEObjectType.JWT).orElseThrow();
        assertThat(claims.getIssuer()).isEqualTo("https://id.example.com/application/o/app/");
        assertThat(claims.getAudience()).containsExactly("app");
        assertThat(claims.getSubject()).isEqualTo("alice");
        assertThat(claims.getExpirationTime()).isEqualTo(Date.from(now.plusSeconds(3600)));
        assertThat(claims.getStringClaim("nonce")).isEqualTo("n-0S6");
        assertThat(claims.getStringClaim("azp")).isEqualTo("app");
        assertThat(claims.getLongClaim("auth_time")).isEqualTo(1767268800);
        assertThat(claims.getStringListClaim("amr")).containsExactly("pwd");
        assertThat(claims.getStringClaim("email")).isEqualTo("a@example.com");
        assertThat(claims.getStringClaim("sid")).hasSize(64);
        assertThat(claims.getStringClaim("at_hash")).hasSize(22);
    }

    @Test
    void namesTheSubjectAsTheProviderSays() {
        User user = new User();
        user.setUuid(UUID.fromString("11111111-2222-3333-4444-555555555555"));
        user.setUsername("alice");
        user.setEmail("");

        assertThat(Subjects.known(user, SubjectMode.USER_USERNAME)).isEqualTo("alice");
        assertThat(Subjects.known(user, SubjectMode.USER_UUID)).isEqualTo("11111111-2222-3333-4444-555555555555");
        assertThat(Subjects.known(user, SubjectMode.HASHED_USER_ID)).matches("[0-9a-f]{64}");
        assertThat(Subjects.known(user, SubjectMode.USER_EMAIL)).isEqualTo(Subjects.known(user, SubjectMode.HASHED_USER_ID));
        assertThat(Subjects.known(user, SubjectMode.USER_UPN)).isEqualTo(Subjects.known(user, SubjectMode.HASHED_USER_ID));
    }

    private static SigningKey rsa() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return key(generator.generateKeyPair(), "SHA256withRSA");
    }

    private static SigningKey ec(String curve) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return key(generator.generateKeyPair(), "SHA256withECDSA");
    }

    private static SigningKey key(KeyPair pair, String algorithm) throws Exception {
        X500Name name = new X500Name("CN=test");
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(new JcaX509v3CertificateBuilder(name, BigInteger.ONE,
                new Date(0), new Date(4102444800000L), name, pair.getPublic()).build(new JcaContentSignerBuilder(algorithm).build(pair.getPrivate())));
        return new SigningKey("test", pair.getPrivate(), certificate);
    }
}
