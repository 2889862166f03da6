package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.NamedParameterSpec;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;

/** What JWTs can be signed with (RFC 7518 section 3.1, RFC 8037 section 3.1). There is no {@code none}. */
public enum SigningAlgorithm implements WireName {
    RS256(JWSAlgorithm.RS256),
    RS384(JWSAlgorithm.RS384),
    RS512(JWSAlgorithm.RS512),
    PS256(JWSAlgorithm.PS256),
    PS384(JWSAlgorithm.PS384),
    PS512(JWSAlgorithm.PS512),
    ES256(JWSAlgorithm.ES256),
    ES384(JWSAlgorithm.ES384),
    ES512(JWSAlgorithm.ES512),
    EDDSA(JWSAlgorithm.EdDSA),
    HS256(JWSAlgorithm.HS256, 32),
    HS384(JWSAlgorithm.HS384, 48),
    HS512(JWSAlgorithm.HS512, 64);

    private static final int SHORTEST_RSA_KEY = 2048;

    private final JWSAlgorithm jws;
    private final int shortestSecret;

    SigningAlgorithm(JWSAlgorithm jws) {
        this(jws, 0);
    }

    SigningAlgorithm(JWSAlgorithm jws, int shortestSecret) {
        this.jws = jws;
        this.shortestSecret = shortestSecret;
    }

    /** The name in {@code alg}. */
    @Override
    public String wireName() {
        return jws.getName();
    }

    /** The algorithm as the library knows it. */
    public JWSAlgorithm jws() {
        return jws;
    }

    /** Whether the client secret signs, and not a key pair. */
    public boolean isSymmetric() {
        return shortestSecret > 0;
    }

    /** How many bytes a secret needs to sign with this: those of the hash (RFC 7518 section 3.2); 0 for key pairs. */
    public int shortestSecret() {
        return shortestSecret;
    }

    /** Whether a key of this kind and length signs with this algorithm; never for a symmetric one. */
    public boolean fits(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return JWSAlgorithm.Family.RSA.contains(jws) && rsa.getModulus().bitLength() >= SHORTEST_RSA_KEY;
        }
        if (key instanceof ECPublicKey ec) {
            Curve curve = Curve.forECParameterSpec(ec.getParams());
            return JWSAlgorithm.Family.EC.contains(jws) && curve != null && Curve.forJWSAlgorithm(jws).contains(curve);
        }
        return key instanceof EdECPublicKey && this == EDDSA;
    }

    /** Whether FAPI 2.0 has it (Security Profile section 5.4.1). */
    public boolean isOfFapi() {
        return this == PS256 || this == ES256 || this == EDDSA;
    }

    /** What a key signs with under FAPI if nobody has chosen; empty for a key that signs with nothing that FAPI has: its EdDSA is Ed25519. */
    public static Optional<SigningAlgorithm> ofFapiKey(PublicKey key) {
        boolean unfit = key instanceof EdECPublicKey edwards && !edwards.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        return Stream.of(values()).filter(algorithm -> !unfit && algorithm.isOfFapi() && algorithm.fits(key)).findFirst();
    }

    /** What a key signs with if nobody has chosen: RS256, or the only algorithm of its curve; empty for a key that is unfit. */
    public static Optional<SigningAlgorithm> ofKey(PublicKey key) {
        return Stream.of(values()).filter(algorithm -> algorithm.fits(key)).findFirst();
    }
}
