package org.gatehouse.provider.oauth2;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.CertificateIssuer;
import org.gatehouse.crypto.CertificateOrder;
import org.gatehouse.crypto.IssuedCertificate;
import org.gatehouse.crypto.KeyKind;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.fixture.MovableClock;

/** A key store with keys of every kind, made as the product makes them. */
public final class TestKeys extends KeyStore {

    private final Map<UUID, SigningKey> keys = new HashMap<>();
    private final CertificateIssuer issuer = new CertificateIssuer(new MovableClock());

    /** Makes a key and returns the id of its row. */
    public UUID add(KeyKind kind) {
        IssuedCertificate issued = issuer.selfSigned(new CertificateOrder("key", List.of(), Duration.ofDays(30), kind));
        UUID id = UUID.randomUUID();
        keys.put(id, new SigningKey("kid-" + id, issued.privateKey(), issued.certificate()));
        return id;
    }

    @Override
    public Optional<SigningKey> signingKey(UUID id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public Optional<X509Certificate> certificate(UUID id) {
        return signingKey(id).map(SigningKey::certificate);
    }
}
