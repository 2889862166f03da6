package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.model.crypto.CertificateKeyPairRepository;
import org.gatehouse.type.EntityModel;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.Multiline;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ReferenceLookup;
import org.gatehouse.type.Secret;
import org.gatehouse.type.UsedBy;
import org.gatehouse.type.WireObject;

/** Certificates and their keys as administrators manage them. A key is only accepted with the certificate it belongs to. */
@ApplicationScoped
public class CertificateModel extends EntityModel<CertificateKeyPair, CertificateModel.Document> {

    /** The writable fields; a key that is left out stays what it was. */
    public record Document(
            @NotBlank @Size(max = 255) String name,
            @NotBlank @Size(max = 100_000) @Multiline String certificateData,
            @Multiline Secret keyData) {
    }

    @Inject
    private CertificateKeyPairRepository certificates;

    @Inject
    private SecretCipher cipher;

    @Inject
    private ReferenceLookup references;

    @Inject
    private KeyPairWriter writer;

    public CertificateModel() {
        super(Document.class, CertificateKeyPairRepository.COLUMNS);
    }

    @Override
    public String name() {
        return "authentik_crypto.certificatekeypair";
    }

    @Override
    public String path() {
        return "crypto/certificatekeypairs";
    }

    @Override
    protected CertificateKeyPairRepository repository() {
        return certificates;
    }

    @Override
    protected Optional<CertificateKeyPair> findByKey(String key) {
        return ObjectKey.uuid(key).flatMap(certificates::find);
    }

    @Override
    protected String keyOf(CertificateKeyPair pair) {
        return pair.getId().toString();
    }

    @Override
    protected Document documentOf(CertificateKeyPair pair) {
        return new Document(pair.getName(), pair.getCertificate(), null);
    }

    @Override
    protected List<JsonObject> wire(Actor actor, ModelQuery query, List<CertificateKeyPair> page) {
        return page.stream().map(CertificateModel::wire).toList();
    }

    private static JsonObject wire(CertificateKeyPair pair) {
        X509Certificate certificate = Pem.readCertificate(pair.getCertificate());
        String self = "/api/v3/crypto/certificatekeypairs/" + pair.getId();
        return WireObject.empty()
                .put("pk", pair.getId())
                .put("name", pair.getName())
                .put("fingerprint_sha256", Fingerprint.sha256(certificate))
                .put("fingerprint_sha1", Fingerprint.sha1(certificate))
                .put("cert_expiry", certificate.getNotAfter().toInstant())
                .put("cert_subject", certificate.getSubjectX500Principal().getName())
                .put("private_key_available", pair.getPrivateKey() != null)
                .put("key_type", Pem.keyType(certificate.getPublicKey()))
                .put("certificate_download_url", self + "/view_certificate/?download")
                .put("private_key_download_url", self + "/view_private_key/?download")
                .put("managed", pair.getManaged())
                .build();
    }

    @Override
    protected CertificateKeyPair store(Actor actor, Optional<CertificateKeyPair> existing, Document document, FieldProblems problems) {
        CertificateKeyPair pair = existing.orElseGet(writer::newRow);
        String name = document.name().strip();
        certificates.findByName(name).filter(other -> !other.getId().equals(pair.getId()))
                .ifPresent(other -> problems.add("name", "A certificate with this name exists already."));
        Optional<X509Certificate> certificate = readCertificate(document, problems);
        Optional<PrivateKey> key = readKey(pair, document, problems);
        if (certificate.isPresent() && key.isPresent() && !KeyMatch.belongTogether(certificate.get(), key.get())) {
            problems.add("key_data", "Private key does not match the certificate.");
        }
        problems.refuseIfAny();
        pair.setName(name);
        writer.fill(pair, document.certificateData().strip() + "\n", certificate.orElseThrow(), key);
        return existing.isPresent() ? pair : certificates.add(pair);
    }

    private static Optional<X509Certificate> readCertificate(Document document, FieldProblems problems) {
        try {
            return Optional.of(Pem.readCertificate(document.certificateData()));
        } catch (IllegalArgumentException wrong) {
            problems.add("certificate_data", wrong.getMessage());
            return Optional.empty();
        }
    }

    private Optional<PrivateKey> readKey(CertificateKeyPair pair, Document document, FieldProblems problems) {
        String sealed = document.keyData() == null ? pair.getPrivateKey() : document.keyData().sealed();
        String pem = sealed == null ? "" : cipher.open(sealed);
        try {
            return pem.isBlank() ? Optional.empty() : Optional.of(Pem.readPrivateKey(pem));
        } catch (IllegalArgumentException wrong) {
            problems.add("key_data", wrong.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public List<UsedBy> usedBy(String key) {
        return ObjectKey.uuid(key).map(id -> references.usedBy(CertificateKeyPair.class, id)).orElse(List.of());
    }
}
