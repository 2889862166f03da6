package org.gatehouse.crypto;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.type.ObjectChanged;

/**
 * The installation's certificates and keys, parsed. Parsing costs more than signing, so what was parsed is kept: for a minute at
 * most, as another node may change the row, and on the node that changes it until the change commits.
 */
@ApplicationScoped
public class KeyStore {

    private static final String MODEL = "authentik_crypto.certificatekeypair";
    private static final Duration LONGEST_KEPT = Duration.ofMinutes(1);
    private static final int MOST_KEPT = 256;

    private ReadCache<UUID, KeyPairMaterial> parsed;

    @Inject
    private CertificateKeyPairRepository repository;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    @PostConstruct
    void open() {
        parsed = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
    }

    /** The key with its certificate; empty when there is no such row, or only the certificate is known. */
    public Optional<SigningKey> signingKey(UUID certificateId) {
        return material(certificateId).flatMap(KeyPairMaterial::signingKey);
    }

    /** The certificate; empty when there is no such row. */
    public Optional<X509Certificate> certificate(UUID certificateId) {
        return material(certificateId).map(KeyPairMaterial::certificate);
    }

    private Optional<KeyPairMaterial> material(UUID id) {
        return parsed.get(id, asked -> repository.find(asked).map(this::parse));
    }

    private KeyPairMaterial parse(CertificateKeyPair row) {
        return KeyPairMaterial.of(Pem.readCertificate(row.getCertificate()),
                row.getPrivateKey() == null ? null : Pem.readPrivateKey(cipher.open(row.getPrivateKey())));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (change.model().equals(MODEL)) {
            parsed.forget(id -> true);
        }
    }
}
