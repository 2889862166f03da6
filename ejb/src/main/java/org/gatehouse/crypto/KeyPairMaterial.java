package org.gatehouse.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Optional;

/**
 * A row of certificates, parsed.
 *
 * @param signingKey empty where only the certificate is known
 */
record KeyPairMaterial(X509Certificate certificate, Optional<SigningKey> signingKey) {

    /** @param privateKey null where only the certificate is known */
    static KeyPairMaterial of(X509Certificate certificate, PrivateKey privateKey) {
        return new KeyPairMaterial(certificate,
                Optional.ofNullable(privateKey).map(key -> new SigningKey(keyId(certificate.getPublicKey()), key, certificate)));
    }

    private static String keyId(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "KeyPairMaterial[" + certificate.getSubjectX500Principal() + "]";
    }
}
