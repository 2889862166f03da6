package org.gatehouse.crypto;

import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.crypto.CertificateKeyPair;

/** What is in a stored certificate, for those who need a single fact of it. */
public final class CertificateFacts {

    private CertificateFacts() {
    }

    /** When it runs out; empty for a text that is no certificate. */
    public static Optional<Instant> end(CertificateKeyPair pair) {
        try {
            return Optional.of(Pem.readCertificate(pair.getCertificate()).getNotAfter().toInstant());
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
