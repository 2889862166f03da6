package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.crypto.CertificateKeyPair;

/** Puts certificates and keys into rows: the certificate as text, the key sealed, its type beside it. */
@ApplicationScoped
class KeyPairWriter {

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    /** A row that is still to be filled. */
    CertificateKeyPair newRow() {
        CertificateKeyPair row = new CertificateKeyPair();
        row.setId(UUID.randomUUID());
        row.setCreated(clock.instant());
        return row;
    }

    /**
     * Fills the row.
     *
     * @param pem the certificate, with its chain if it has one
     * @param certificate the first one in {@code pem}
     * @param key empty where only the certificate is known
     */
    void fill(CertificateKeyPair row, String pem, X509Certificate certificate, Optional<PrivateKey> key) {
        row.setCertificate(pem);
        row.setKeyType(Pem.keyType(certificate.getPublicKey()));
        row.setPrivateKey(key.map(Pem::write).map(cipher::seal).orElse(null));
    }
}
