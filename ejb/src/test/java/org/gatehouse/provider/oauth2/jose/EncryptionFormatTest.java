package org.gatehouse.provider.oauth2.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWEDecrypter;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.AESDecrypter;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class EncryptionFormatTest {

    private static final String SECRET = "a secret that client and provider share";

    static Stream<Arguments> formats() {
        return Stream.of(KeyAlgorithm.values())
                .flatMap(algorithm -> Stream.of(ContentEncryption.values()).map(content -> Arguments.of(algorithm, content)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void onlyTheClientCanRead(KeyAlgorithm algorithm, ContentEncryption content) throws Exception {
        EncryptionFormat format = new EncryptionFormat(algorithm, content);
        RSAKey rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ECKey ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();

        String token = algorithm.isSymmetric() ? format.encrypt("hello", "JWT", SECRET)
                : format.encrypt("hello", "JWT", algorithm.fits(rsa.toPublicJWK()) ? rsa.toPublicJWK() : ec.toPublicJWK());

        JWEObject jwe = JWEObject.parse(token);
        assertThat(jwe.getHeader().getAlgorithm().getName()).isEqualTo(algorithm.wireName());
        assertThat(jwe.getHeader().getEncryptionMethod().getName()).isEqualTo(content.wireName());
        assertThat(jwe.getHeader().getContentType()).isEqualTo("JWT");
        jwe.decrypt(decrypter(format, rsa, ec));
        assertThat(jwe.getPayload()).hasToString("hello");
    }

    private static JWEDecrypter decrypter(EncryptionFormat format, RSAKey rsa, ECKey ec) throws Exception {
        return switch (format.algorithm()) {
            case RSA_OAEP, RSA_OAEP_256 -> new RSADecrypter(rsa);
            case A128KW, A192KW, A256KW -> new AESDecrypter(EncryptionFormat.derive(SECRET, format.algorithm().secretBits(format.content())));
            case DIR -> new DirectDecrypter(EncryptionFormat.derive(SECRET, format.algorithm().secretBits(format.content())));
            default -> new ECDHDecrypter(ec);
        };
    }

    @ParameterizedTest
    @EnumSource(KeyAlgorithm.class)
    void encryptsOnlyToKeysThatAreMeantForIt(KeyAlgorithm algorithm) throws Exception {
        assertThat(algorithm.fits(new RSAKeyGenerator(2048).keyUse(KeyUse.SIGNATURE).generate())).isFalse();
        assertThat(algorithm.fits(new RSAKeyGenerator(1024, true).generate())).isFalse();
        assertThat(algorithm.fits(new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).generate())).isFalse();
    }

    @Test
    void namesTheEncryptionThatRegistrationAssumes() {
        assertThat(EncryptionFormat.of(KeyAlgorithm.ECDH_ES, null))
                .contains(new EncryptionFormat(KeyAlgorithm.ECDH_ES, ContentEncryption.A128CBC_HS256));
        assertThat(EncryptionFormat.of(null, ContentEncryption.A256GCM)).isEmpty();
    }
}
