package org.gatehouse.provider.oauth2.request;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.math.BigInteger;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SigningKey;

/** Has one RSA key, with its private half. */
final class TestKeyStore extends KeyStore {

    static final UUID ID = UUID.fromString("8a6e0804-2bd0-4672-b79d-d97027f9071a");
    static final RSAKey PAIR = pair();

    private static RSAKey pair() {
        try {
            return new RSAKeyGenerator(2048).generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Optional<SigningKey> signingKey(UUID certificateId) {
        if (!certificateId.equals(ID)) {
            return Optional.empty();
        }
        X500Name name = new X500Name("CN=test");
        try {
            var signer = new JcaContentSignerBuilder("SHA256withRSA").build(PAIR.toPrivateKey());
            return Optional.of(new SigningKey("key", PAIR.toPrivateKey(), new JcaX509CertificateConverter().getCertificate(
                    new JcaX509v3CertificateBuilder(name, BigInteger.ONE, new Date(0), new Date(4102444800000L), name, PAIR.toPublicKey())
                            .build(signer))));
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
