package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.Ed25519Verifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.util.List;
import java.util.Set;

/** Verifies what clients have signed with a private key. Symmetric algorithms and {@code none} are never among those that count. */
public final class ClientSignatures {

    /** The algorithms that a client's own key may be used with (RFC 7518 section 3.1, RFC 8037 section 3.1), in the order of metadata. */
    public static final List<JWSAlgorithm> ALGORITHMS = List.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512,
            JWSAlgorithm.EdDSA);

    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521, Curve.Ed25519);
    private static final int SHORTEST_RSA = 2048;
    private static final int LONGEST_RSA = 8192;
    private static final int MOST_TRIED = 10;

    private ClientSignatures() {
    }

    /** The names of {@link #ALGORITHMS}. */
    public static List<String> names() {
        return ALGORITHMS.stream().map(JWSAlgorithm::getName).toList();
    }

    /** Whether a key is long enough to be relied on, and short enough not to keep us busy; for symmetric keys never. */
    public static boolean isFit(JWK key) {
        if (key instanceof RSAKey rsa) {
            return rsa.size() >= SHORTEST_RSA && rsa.size() <= LONGEST_RSA;
        }
        return key instanceof ECKey ec && CURVES.contains(ec.getCurve()) || key instanceof OctetKeyPair pair && CURVES.contains(pair.getCurve());
    }

    /**
     * Whether one of the keys has signed it: one that is meant for signatures, has the key id of the header if that names one, and fits
     * the algorithm. What else the header says ({@code jku}, {@code jwk}, {@code x5u}) is not looked at; with a {@code crit} that is not
     * understood nothing verifies (RFC 7515 section 4.1.11).
     *
     * @param allowed the algorithms that count
     */
    public static boolean verify(SignedJWT signed, JWKSet keys, List<JWSAlgorithm> allowed) {
        JWSHeader header = signed.getHeader();
        if (!allowed.contains(header.getAlgorithm())) {
            return false;
        }
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return matcher != null && new JWKSelector(matcher).select(keys).stream().limit(MOST_TRIED).anyMatch(key -> verify(signed, key));
    }

    /** Whether this key has signed it, with one of {@link #ALGORITHMS}. */
    public static boolean verify(SignedJWT signed, JWK key) {
        if (!ALGORITHMS.contains(signed.getHeader().getAlgorithm()) || !isFit(key)) {
            return false;
        }
        try {
            return signed.verify(verifier(key));
        } catch (JOSEException | IllegalStateException | IllegalArgumentException unfit) {
            return false;
        }
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa) {
            return new RSASSAVerifier(rsa);
        }
        return key instanceof ECKey ec ? new ECDSAVerifier(ec) : new Ed25519Verifier((OctetKeyPair) key);
    }
}
