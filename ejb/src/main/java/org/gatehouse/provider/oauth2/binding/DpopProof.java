package org.gatehouse.provider.oauth2.binding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;

/**
 * A DPoP proof whose signature was verified with the key it names (RFC 9449 section 4.2).
 *
 * @param key that key
 * @param algorithm that it is signed with
 * @param claims what it says; not checked yet
 */
record DpopProof(JWK key, JWSAlgorithm algorithm, JWTClaimsSet claims) {

    private static final JOSEObjectType TYPE = new JOSEObjectType("dpop+jwt");
    private static final int LONGEST = 8192;

    /**
     * Reads a proof: of the right type, with a public key of fit size in its header, and signed with it by an asymmetric algorithm. Empty
     * for any other text.
     */
    static Optional<DpopProof> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            // A header with a private key does not parse; with alg none or a JWE it is no signed JWT.
            SignedJWT jwt = SignedJWT.parse(text);
            JWK key = jwt.getHeader().getJWK();
            boolean proven = TYPE.equals(jwt.getHeader().getType()) && key != null && !key.isPrivate() && ClientSignatures.verify(jwt, key);
            return proven ? Optional.of(new DpopProof(key, jwt.getHeader().getAlgorithm(), jwt.getJWTClaimsSet())) : Optional.empty();
        } catch (ParseException | IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    /** The SHA-256 thumbprint of the key (RFC 7638). */
    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A claim that is text; empty for none and for anything else. */
    Optional<String> text(String claim) {
        return claims.getClaim(claim) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
