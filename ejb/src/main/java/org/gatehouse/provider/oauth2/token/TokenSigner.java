package org.gatehouse.provider.oauth2.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Optional;
import org.gatehouse.crypto.SigningKey;

/**
 * Signs a client's tokens with the provider's key, or with the client secret (HS256) if it has none, and recognises them again. The
 * algorithm follows from the key alone; what a token's own header says never decides (RFC 8725 section 3.1).
 */
public final class TokenSigner {

    private final JWSAlgorithm algorithm;
    private final String keyId;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private TokenSigner(JWSAlgorithm algorithm, String keyId, JWSSigner signer, JWSVerifier verifier) {
        this.algorithm = algorithm;
        this.keyId = keyId;
        this.signer = signer;
        this.verifier = verifier;
    }

    /** Signs with a secret of at least 32 characters (RFC 7518 section 3.2). */
    static TokenSigner of(String clientSecret) {
        try {
            byte[] secret = clientSecret.getBytes(StandardCharsets.UTF_8);
            return new TokenSigner(JWSAlgorithm.HS256, null, new MACSigner(secret), new MACVerifier(secret));
        } catch (JOSEException unfit) {
            throw new IllegalStateException("The client secret is too short to sign with", unfit);
        }
    }

    /** Signs with RS256, or the algorithm of the key's curve. */
    static TokenSigner of(SigningKey key) {
        try {
            if (key.certificate().getPublicKey() instanceof RSAPublicKey rsa) {
                return new TokenSigner(JWSAlgorithm.RS256, key.keyId(), new RSASSASigner(key.privateKey()), new RSASSAVerifier(rsa));
            }
            if (key.certificate().getPublicKey() instanceof ECPublicKey ec) {
                ECDSASigner signer = new ECDSASigner((ECPrivateKey) key.privateKey());
                return new TokenSigner(algorithmOf(ec), key.keyId(), signer, new ECDSAVerifier(ec));
            }
        } catch (JOSEException unfit) {
            throw new IllegalStateException("The signing key cannot be used", unfit);
        }
        throw new IllegalStateException("Keys of type " + key.certificate().getPublicKey().getAlgorithm() + " cannot sign tokens.");
    }

    static JWSAlgorithm algorithmOf(ECPublicKey key) {
        Curve curve = Curve.forECParameterSpec(key.getParams());
        return Curve.P_521.equals(curve) ? JWSAlgorithm.ES512 : Curve.P_384.equals(curve) ? JWSAlgorithm.ES384 : JWSAlgorithm.ES256;
    }

    public JWSAlgorithm algorithm() {
        return algorithm;
    }

    /** The signed token in compact form. */
    public String sign(JOSEObjectType type, JWTClaimsSet claims) {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).type(type).keyID(keyId).build(), claims);
        try {
            token.sign(signer);
        } catch (JOSEException broken) {
            throw new IllegalStateException("Cannot sign a token", broken);
        }
        return token.serialize();
    }

    /** The claims of a token that this signer has signed, expired or not; empty for any other text. */
    public Optional<JWTClaimsSet> verify(String text, JOSEObjectType type) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            boolean ours = token.getHeader().getAlgorithm().equals(algorithm) && type.equals(token.getHeader().getType())
                    && token.verify(verifier);
            return ours ? Optional.of(token.getJWTClaimsSet()) : Optional.empty();
        } catch (java.text.ParseException | JOSEException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
