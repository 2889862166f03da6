package org.gatehouse.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.type.ObjectChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeyStoreTest {

    private final MovableClock clock = new MovableClock();
    private final SecretCipher cipher = new SecretCipher(List.of("a secret of the installation"));
    private final Rows rows = new Rows();
    private final KeyStore keys = Wired.with(new KeyStore(), rows, cipher, clock);

    @BeforeEach
    void open() {
        keys.open();
    }
    private final InstallationCertificates certificates =
            Wired.with(new InstallationCertificates(), rows, new CertificateIssuer(clock), Wired.with(new KeyPairWriter(), cipher, clock));

    @Test
    void everyInstallationGetsOneKeyOfEachKindOnce() {
        certificates.prepare();
        certificates.prepare();

        assertThat(rows.byId.values()).extracting(CertificateKeyPair::getKeyType).containsExactlyInAnyOrder("rsa", "ec");
        assertThat(rows.byId.values()).allSatisfy(row -> assertThat(row.getPrivateKey()).startsWith("v1:"));
    }

    @Test
    void givesTheKeyWithItsCertificate() {
        certificates.prepare();
        UUID id = rows.findByManaged(InstallationCertificates.EC).orElseThrow().getId();

        SigningKey key = keys.signingKey(id).orElseThrow();

        assertThat(key.keyId()).hasSize(43);
        assertThat(key.certificate()).isEqualTo(keys.certificate(id).orElseThrow());
        assertThat(key.privateKey().getAlgorithm()).isEqualTo("EC");
        assertThat(rows.reads).isEqualTo(1);
    }

    @Test
    void certificateAloneSignsNothing() {
        certificates.prepare();
        CertificateKeyPair row = rows.findByManaged(InstallationCertificates.RSA).orElseThrow();
        row.setPrivateKey(null);

        assertThat(keys.signingKey(row.getId())).isEmpty();
        assertThat(keys.certificate(row.getId())).isPresent();
        assertThat(keys.signingKey(new UUID(0, 0))).isEmpty();
    }

    @Test
    void readsTheRowAgainAfterAChangeHereOrAMinute() {
        certificates.prepare();
        UUID id = rows.findByManaged(InstallationCertificates.EC).orElseThrow().getId();
        keys.certificate(id);

        keys.forget(new ObjectChanged("authentik_crypto.certificatekeypair", id.toString(), ObjectChanged.Change.UPDATED));
        keys.certificate(id);
        clock.advance(Duration.ofMinutes(1));
        keys.certificate(id);

        assertThat(rows.reads).isEqualTo(3);
    }

    private static final class Rows extends CertificateKeyPairRepository {

        private final Map<UUID, CertificateKeyPair> byId = new HashMap<>();
        private int reads;

        @Override
        public Optional<CertificateKeyPair> find(UUID id) {
            reads++;
            return Optional.ofNullable(byId.get(id));
        }

        @Override
        public Optional<CertificateKeyPair> findByManaged(String managed) {
            return byId.values().stream().filter(row -> managed.equals(row.getManaged())).findFirst();
        }

        @Override
        public CertificateKeyPair add(CertificateKeyPair row) {
            byId.put(row.getId(), row);
            return row;
        }

        @Override
        public void flush() {
        }
    }
}
