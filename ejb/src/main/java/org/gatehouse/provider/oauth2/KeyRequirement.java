package org.gatehouse.provider.oauth2;

import com.nimbusds.jose.jwk.Curve;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.type.FieldProblems;

/** What the keys of a provider have to be, so that every token can be signed and encrypted later (RFC 7518 sections 3.3, 3.4, 4.3). */
@ApplicationScoped
public class KeyRequirement {

    private static final int SHORTEST_RSA_KEY = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private KeyStore keys;

    /** For the container's proxy. */
    protected KeyRequirement() {
    }

    @Inject
    public KeyRequirement(KeyStore keys) {
        this.keys = keys;
    }

    /** Adds a problem for each key that is unfit. That a key exists at all is somebody else's rule. */
    void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        if (settings.signingKey() != null) {
            checkSigning(settings.signingKey().id(), problems);
        }
        if (settings.encryptionKey() != null) {
            keys.certificate(settings.encryptionKey().id()).map(X509Certificate::getPublicKey).filter(key -> !isLongRsa(key))
                    .ifPresent(unfit -> problems.add("encryption_key", "Choose a certificate with an RSA key of at least 2048 bits."));
        }
    }

    private void checkSigning(UUID id, FieldProblems problems) {
        keys.certificate(id).map(X509Certificate::getPublicKey).ifPresent(key -> {
            if (!isLongRsa(key) && !isOnKnownCurve(key)) {
                problems.add("signing_key", "Choose an RSA key of at least 2048 bits, or an EC key on P-256, P-384 or P-521.");
            } else if (keys.signingKey(id).isEmpty()) {
                problems.add("signing_key", "This certificate has no private key.");
            }
        });
    }

    private static boolean isLongRsa(PublicKey key) {
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY;
    }

    private static boolean isOnKnownCurve(PublicKey key) {
        Curve curve = key instanceof ECPublicKey ec ? Curve.forECParameterSpec(ec.getParams()) : null;
        return curve != null && CURVES.contains(curve);
    }
}
