package org.gatehouse.crypto;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key pair and its certificate, made just now.
 */
public record IssuedCertificate(PrivateKey privateKey, X509Certificate certificate) {

    @Override
    public String toString() {
        return "IssuedCertificate[" + certificate.getSubjectX500Principal() + "]";
    }
}
