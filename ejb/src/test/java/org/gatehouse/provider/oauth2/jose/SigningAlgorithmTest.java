package org.gatehouse.provider.oauth2.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningAlgorithmTest {

    @ParameterizedTest
    @CsvSource({"secp256r1, ES256", "secp384r1, ES384", "secp521r1, ES512"})
    void aCurveHasOneAlgorithm(String curve, String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));

        assertThat(names(generator.generateKeyPair().getPublic())).containsExactly(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ed25519", "Ed448"})
    void edwardsCurvesSignWithEdDsa(String curve) throws Exception {
        assertThat(names(KeyPairGenerator.getInstance(curve).generateKeyPair().getPublic())).containsExactly("EdDSA");
    }

    /** FAPI 2.0 Security Profile section 5.4.1. */
    @Test
    void fapiKnowsOneEdwardsCurve() throws Exception {
        assertThat(SigningAlgorithm.ofFapiKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic())).contains(SigningAlgorithm.EDDSA);
        assertThat(SigningAlgorithm.ofFapiKey(KeyPairGenerator.getInstance("Ed448").generateKeyPair().getPublic())).isEmpty();
    }

    @Test
    void longRsaKeysSignWithBothPaddingsAndRs256ByDefault() throws Exception {
        PublicKey key = rsa(2048);

        assertThat(names(key)).containsExactly("RS256", "RS384", "RS512", "PS256", "PS384", "PS512");
        assertThat(SigningAlgorithm.ofKey(key)).contains(SigningAlgorithm.RS256);
    }

    @Test
    void shortRsaKeysAndKeysForAgreementSignNothing() throws Exception {
        assertThat(names(rsa(1024))).isEmpty();
        assertThat(names(KeyPairGenerator.getInstance("X25519").generateKeyPair().getPublic())).isEmpty();
    }

    @Test
    void knowsNoAlgorithmWithoutSignature() {
        assertThat(WireName.find(SigningAlgorithm.class, "none")).isEmpty();
        assertThat(WireName.find(SigningAlgorithm.class, "EdDSA")).contains(SigningAlgorithm.EDDSA);
    }

    private static Stream<String> names(PublicKey key) {
        return Stream.of(SigningAlgorithm.values()).filter(algorithm -> algorithm.fits(key)).map(SigningAlgorithm::wireName);
    }

    private static PublicKey rsa(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair().getPublic();
    }
}
