package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.List;

/** Public keys of certificates in the form of RFC 7517: RSA, EC (RFC 7518 section 6) and Edwards curves (RFC 8037 section 2). */
public final class PublicKeys {

    private static final int ED25519_BYTES = 32;
    private static final int ED448_BYTES = 57;

    private PublicKeys() {
    }

    /**
     * The key with its certificate.
     *
     * @param algorithm the only one it is used with, or null if there are several
     * @throws IllegalArgumentException for a kind of key that JOSE does not know
     */
    public static JWK of(String keyId, X509Certificate certificate, KeyUse use, Algorithm algorithm) {
        PublicKey key = certificate.getPublicKey();
        if (key instanceof RSAPublicKey rsa) {
            return new RSAKey.Builder(rsa).keyID(keyId).keyUse(use).algorithm(algorithm).x509CertChain(chain(certificate)).build();
        }
        if (key instanceof ECPublicKey ec) {
            return new ECKey.Builder(Curve.forECParameterSpec(ec.getParams()), ec).keyID(keyId).keyUse(use).algorithm(algorithm)
                    .x509CertChain(chain(certificate)).build();
        }
        if (key instanceof EdECPublicKey edwards) {
            return new OctetKeyPair.Builder(curve(edwards), point(edwards)).keyID(keyId).keyUse(use).algorithm(algorithm)
                    .x509CertChain(chain(certificate)).build();
        }
        throw new IllegalArgumentException("Keys of type " + key.getAlgorithm() + " have no JWK.");
    }

    /** The name of the curve in JOSE. */
    public static Curve curve(EdECPublicKey key) {
        return isEd448(key) ? Curve.Ed448 : Curve.Ed25519;
    }

    private static boolean isEd448(EdECPublicKey key) {
        return key.getParams().getName().equalsIgnoreCase("Ed448");
    }

    /** The encoded point (RFC 8032 section 5.1.2), which SubjectPublicKeyInfo (RFC 8410) ends with. */
    private static Base64URL point(EdECPublicKey key) {
        byte[] info = key.getEncoded();
        return Base64URL.encode(Arrays.copyOfRange(info, info.length - (isEd448(key) ? ED448_BYTES : ED25519_BYTES), info.length));
    }

    private static List<Base64> chain(X509Certificate certificate) {
        try {
            return List.of(Base64.encode(certificate.getEncoded()));
        } catch (CertificateEncodingException broken) {
            throw new IllegalStateException("Cannot encode a certificate", broken);
        }
    }
}
