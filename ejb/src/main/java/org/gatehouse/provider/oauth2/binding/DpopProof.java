package org.gatehouse.provider.oauth2.binding;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Optional;
import org.gatehouse.provider.oauth2.jose.ClientSignatures;

/**
 * A DPoP proof whose signature was verified with the key it names (RFC 9449 section 4.2).
 *
 * @param thumbprint the SHA-256 thumbprint of that key (RFC 7638)
 * @param claims what it says; not checked yet
 */
record DpopProof(String thumbprint, JWTClaimsSet claims) {

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
            return proven ? Optional.of(new DpopProof(key.computeThumbprint().toString(), jwt.getJWTClaimsSet())) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | IllegalStateException malformed) {
            return Optional.empty();
        }
    }

    /** A claim that is text; empty for none and for anything else. */
    Optional<String> text(String claim) {
        return claims.getClaim(claim) instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}
