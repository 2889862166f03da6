package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.gatehouse.fixture.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CertificateIssuerTest {

    private final MovableClock clock = new MovableClock();
    private final CertificateIssuer issuer = new CertificateIssuer(clock);

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void certificateVerifiesWhatItsKeySigns(KeyKind kind) throws Exception {
        IssuedCertificate issued = issuer.selfSigned(order(kind));
        X509Certificate certificate = issued.certificate();

        certificate.verify(certificate.getPublicKey());
        certificate.checkValidity(Date.from(clock.instant()));
        assertThat(certificate.getVersion()).isEqualTo(3);
        assertThat(certificate.getSubjectX500Principal().getName()).contains("CN=id.example.com");
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getSubjectAlternativeNames()).containsExactly(List.of(2, "id.example.com"));
        assertThat(signs(issued, kind)).isTrue();
    }

    @Test
    void namesTheKeysAlgorithm() {
        assertThat(Pem.keyType(issuer.selfSigned(order(KeyKind.RSA_2048)).certificate().getPublicKey())).isEqualTo("rsa");
        assertThat(Pem.keyType(issuer.selfSigned(order(KeyKind.EC_P256)).certificate().getPublicKey())).isEqualTo("ec");
        assertThat(Pem.keyType(issuer.selfSigned(order(KeyKind.ED25519)).certificate().getPublicKey())).isEqualTo("ed25519");
        assertThat(Pem.keyType(issuer.selfSigned(order(KeyKind.ED448)).certificate().getPublicKey())).isEqualTo("ed448");
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void pemReadsBackTheSame(KeyKind kind) {
        IssuedCertificate issued = issuer.selfSigned(order(kind));

        assertThat(Pem.readCertificate(Pem.write(issued.certificate()))).isEqualTo(issued.certificate());
        assertThat(Pem.readPrivateKey(Pem.write(issued.privateKey())).getEncoded()).isEqualTo(issued.privateKey().getEncoded());
    }

    @ParameterizedTest
    @EnumSource(KeyKind.class)
    void aKeyIsMatchedWithItsOwnCertificateOnly(KeyKind kind) {
        IssuedCertificate issued = issuer.selfSigned(order(kind));

        assertThat(KeyMatch.belongTogether(issued.certificate(), issued.privateKey())).isTrue();
        assertThat(KeyMatch.belongTogether(issued.certificate(), issuer.selfSigned(order(kind)).privateKey())).isFalse();
    }

    @Test
    void garbageIsNoKeyAndNoCertificate() {
        assertThatThrownBy(() -> Pem.readCertificate("garbage")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.readPrivateKey("garbage")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Pem.readPrivateKey("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"))
                .isInstanceOf(IllegalArgumentException.class).hasNoCause();
    }

    private static CertificateOrder order(KeyKind kind) {
        return new CertificateOrder("id.example.com", List.of("id.example.com"), Duration.ofDays(30), kind);
    }

    private static boolean signs(IssuedCertificate issued, KeyKind kind) throws Exception {
        String algorithm = kind.signature();
        Signature signer = Signature.getInstance(algorithm);
        signer.initSign(issued.privateKey());
        signer.update(new byte[] {1, 2, 3});
        byte[] signature = signer.sign();
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(issued.certificate());
        verifier.update(new byte[] {1, 2, 3});
        return verifier.verify(signature);
    }
}
