package org.gatehouse.crypto.job;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;

/** Notes where a certificate has come from. */
@Stateless
public class DiscoveredMarks {

    @Inject
    private CertificateKeyPairRepository certificates;

    /** Gives the certificate this mark. */
    public void mark(String key, String mark) {
        certificates.get(UUID.fromString(key)).setManaged(mark);
    }
}
