package org.gatehouse.provider.oauth2.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.UUID;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.model.crypto.CertificateKeyPair;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Ref;

/** What the keys of a provider have to be, so that every token can be signed and encrypted later (RFC 7518 sections 3.3, 3.4, 4.3). */
@ApplicationScoped
public class KeyRequirement {

    private static final int SHORTEST_RSA_KEY = 2048;

    private KeyStore keys;

    /** For the container's proxy. */
    protected KeyRequirement() {
    }

    @Inject
    public KeyRequirement(KeyStore keys) {
        this.keys = keys;
    }

    /** Adds a problem for each key that is unfit. That a key exists at all is somebody else's rule. */
    public void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        if (settings.signingKey() != null) {
            checkSigning("signing_key", settings.signingKey().id(), problems);
        }
        List<Ref<CertificateKeyPair>> further = settings.tokenFormats().furtherSigningKeys();
        for (int i = 0; i < further.size(); i++) {
            checkSigning("token_formats.further_signing_keys." + i, further.get(i).id(), problems);
        }
        // An encryption key that goes with a chosen algorithm is the business of TokenFormatCheck.
        if (settings.encryptionKey() != null && settings.tokenFormats().idTokenEncryptedResponseAlg() == null) {
            keys.certificate(settings.encryptionKey().id()).map(X509Certificate::getPublicKey).filter(key -> !isLongRsa(key))
                    .ifPresent(unfit -> problems.add("encryption_key", "Choose a certificate with an RSA key of at least 2048 bits."));
        }
    }

    private void checkSigning(String field, UUID id, FieldProblems problems) {
        keys.certificate(id).map(X509Certificate::getPublicKey).ifPresent(key -> {
            if (SigningAlgorithm.ofKey(key).isEmpty()) {
                problems.add(field, "Choose an RSA key of at least 2048 bits, an EC key on P-256, P-384 or P-521, or an Ed25519 or Ed448 key.");
            } else if (keys.signingKey(id).isEmpty()) {
                problems.add(field, "This certificate has no private key.");
            }
        });
    }

    private static boolean isLongRsa(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY;
    }
}
