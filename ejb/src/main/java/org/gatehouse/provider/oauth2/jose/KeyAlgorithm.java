package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Set;
import org.gatehouse.model.WireName;

/**
 * How the key that encrypts a JWE reaches its reader (RFC 7518 section 4.1). RSA1_5 is left out: it invites padding oracles
 * (RFC 8725 section 3.2).
 */
public enum KeyAlgorithm implements WireName {
    RSA_OAEP(JWEAlgorithm.RSA_OAEP, 0),
    RSA_OAEP_256(JWEAlgorithm.RSA_OAEP_256, 0),
    ECDH_ES(JWEAlgorithm.ECDH_ES, 0),
    ECDH_ES_A128KW(JWEAlgorithm.ECDH_ES_A128KW, 0),
    ECDH_ES_A192KW(JWEAlgorithm.ECDH_ES_A192KW, 0),
    ECDH_ES_A256KW(JWEAlgorithm.ECDH_ES_A256KW, 0),
    A128KW(JWEAlgorithm.A128KW, 128),
    A192KW(JWEAlgorithm.A192KW, 192),
    A256KW(JWEAlgorithm.A256KW, 256),
    DIR(JWEAlgorithm.DIR, -1);

    private static final int SHORTEST_RSA_KEY = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private final JWEAlgorithm jwe;
    private final int wrappingBits;

    KeyAlgorithm(JWEAlgorithm jwe, int wrappingBits) {
        this.jwe = jwe;
        this.wrappingBits = wrappingBits;
    }

    /** The name in {@code alg}. */
    @Override
    public String wireName() {
        return jwe.getName();
    }

    /** The algorithm as the library knows it. */
    public JWEAlgorithm jwe() {
        return jwe;
    }

    /** Whether the client secret encrypts, and not a public key (OpenID Connect Core 1.0 section 10.2). */
    public boolean isSymmetric() {
        return wrappingBits != 0;
    }

    /** The length of the key that is derived from the secret. */
    int secretBits(ContentEncryption content) {
        return this == DIR ? content.enc().cekBitLength() : wrappingBits;
    }

    /** Whether a published key can be encrypted to: its kind, its length, and what its owner says it is for. */
    public boolean fits(JWK key) {
        boolean meant = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.ENCRYPTION))
                && (key.getAlgorithm() == null || key.getAlgorithm().getName().equals(jwe.getName()));
        return meant && (JWEAlgorithm.Family.RSA.contains(jwe) && key instanceof RSAKey && key.size() >= SHORTEST_RSA_KEY
                || JWEAlgorithm.Family.ECDH_ES.contains(jwe) && key instanceof ECKey ec && CURVES.contains(ec.getCurve()));
    }
}
