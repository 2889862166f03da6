package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;

/**
 * The key pairs every installation has, made at its first start. Blueprints and providers find them by their managed name.
 */
@ApplicationScoped
public class InstallationCertificates {

    /** RSA, for RS256; authentik's name, so that its blueprints find it. */
    public static final String RSA = "goauthentik.io/crypto/jwt-managed";

    /** P-256, for ES256. */
    public static final String EC = "gatehouse/crypto/jwt-managed-ec";

    private static final Duration VALIDITY = Duration.ofDays(3650);

    @Inject
    private CertificateKeyPairRepository repository;

    @Inject
    private CertificateIssuer issuer;

    @Inject
    private KeyPairWriter writer;

    /** Makes the pairs that are missing, inside the caller's transaction. */
    public void prepare() {
        ensure(RSA, "Gatehouse Self-signed Certificate", KeyKind.RSA_2048);
        ensure(EC, "Gatehouse Self-signed Certificate (EC)", KeyKind.EC_P256);
    }

    private void ensure(String managed, String name, KeyKind kind) {
        if (repository.findByManaged(managed).isPresent()) {
            return;
        }
        IssuedCertificate issued = issuer.selfSigned(new CertificateOrder(name, List.of(), VALIDITY, kind));
        CertificateKeyPair row = writer.newRow();
        row.setName(name);
        row.setManaged(managed);
        writer.fill(row, Pem.write(issued.certificate()), issued.certificate(), Optional.of(issued.privateKey()));
        repository.add(row);
        repository.flush();
    }
}
