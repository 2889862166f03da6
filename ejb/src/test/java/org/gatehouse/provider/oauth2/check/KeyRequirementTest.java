package org.gatehouse.provider.oauth2.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRequirementTest {

    private static final UUID ID = UUID.randomUUID();

    private KeyPair pair;
    private boolean keyKnown = true;

    @ParameterizedTest
    @ValueSource(strings = {"secp256r1", "secp384r1", "secp521r1"})
    void signsWithTheCurvesOfJose(String curve) throws Exception {
        pair = ellipticCurve(curve);

        assertThat(problems("signing_key").isEmpty()).isTrue();
        assertThat(problems("encryption_key").byField()).containsOnlyKeys("encryption_key");
    }

    @ParameterizedTest
    @CsvSource({"Ed25519, 255", "Ed448, 448"})
    void signsOnEdwardsCurvesButDoesNotEncryptToThem(String algorithm, int bits) throws Exception {
        pair = keyPair(algorithm, bits);

        assertThat(problems("signing_key").isEmpty()).isTrue();
        assertThat(problems("encryption_key").byField()).containsOnlyKeys("encryption_key");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024"})
    void refusesKeysThatCouldNotSign(String algorithm, int bits) throws Exception {
        pair = keyPair(algorithm, bits);

        assertThat(problems("signing_key").byField()).containsOnlyKeys("signing_key");
        assertThat(problems("encryption_key").byField()).containsOnlyKeys("encryption_key");
    }

    @Test
    void signsAndEncryptsWithLongRsaKeys() throws Exception {
        pair = keyPair("RSA", 2048);

        assertThat(problems("signing_key").isEmpty()).isTrue();
        assertThat(problems("encryption_key").isEmpty()).isTrue();
    }

    @Test
    void aCertificateAloneEncryptsButDoesNotSign() throws Exception {
        pair = keyPair("RSA", 2048);
        keyKnown = false;

        assertThat(problems("signing_key").byField()).containsOnlyKeys("signing_key");
        assertThat(problems("encryption_key").isEmpty()).isTrue();
    }

    private FieldProblems problems(String field) {
        FieldProblems problems = new FieldProblems();
        new KeyRequirement(new OneKey()).check(TestClients.read(TestClients.settings().add(field, ID.toString())), problems);
        return problems;
    }

    private static KeyPair keyPair(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ellipticCurve(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(name));
        return generator.generateKeyPair();
    }

    private final class OneKey extends KeyStore {

        @Override
        public Optional<X509Certificate> certificate(UUID certificateId) {
            X500Name name = new X500Name("CN=test");
            Date now = Date.from(Instant.EPOCH);
            try {
                var signer = new JcaContentSignerBuilder(Map.of("RSA", "SHA256withRSA", "EC", "SHA256withECDSA")
                        .getOrDefault(pair.getPublic().getAlgorithm(), algorithmOfEdwards())).build(pair.getPrivate());
                return Optional.of(new JcaX509CertificateConverter().getCertificate(
                        new JcaX509v3CertificateBuilder(name, BigInteger.ONE, now, now, name, pair.getPublic()).build(signer)));
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }

        private String algorithmOfEdwards() {
            return pair.getPublic().getEncoded().length > 50 ? "Ed448" : "Ed25519";
        }

        @Override
        public Optional<SigningKey> signingKey(UUID certificateId) {
            return keyKnown ? certificate(ID).map(found -> new SigningKey("key", pair.getPrivate(), found)) : Optional.empty();
        }
    }
}
