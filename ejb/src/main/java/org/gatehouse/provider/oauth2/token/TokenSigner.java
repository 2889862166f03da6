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
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Objects;
import java.util.Optional;
import org.gatehouse.crypto.SigningKey;
import org.gatehouse.provider.oauth2.jose.EdwardsSigner;
import org.gatehouse.provider.oauth2.jose.EdwardsVerifier;
import org.gatehouse.provider.oauth2.jose.HashClaim;
import org.gatehouse.provider.oauth2.jose.PublicKeys;
import org.gatehouse.provider.oauth2.jose.SigningAlgorithm;

/**
 * Signs a client's tokens with one key or secret and one algorithm, and recognises them again. What a token's own header says never
 * decides (RFC 8725 section 3.1): it has to name this key and this algorithm.
 */
public final class TokenSigner {

    private final JWSAlgorithm algorithm;
    private final Curve curve;
    private final String keyId;
    private final JWSSigner signer;
    private final JWSVerifier verifier;

    private TokenSigner(SigningAlgorithm algorithm, Curve curve, String keyId, JWSSigner signer, JWSVerifier verifier) {
        this.algorithm = algorithm.jws();
        this.curve = curve;
        this.keyId = keyId;
        this.signer = signer;
        this.verifier = verifier;
    }

    /** Signs with a secret of at least 32 characters (RFC 7518 section 3.2). */
    static TokenSigner of(String clientSecret) {
        return of(clientSecret, SigningAlgorithm.HS256);
    }

    /** Signs with a secret as long as the algorithm wants it. */
    static TokenSigner of(String clientSecret, SigningAlgorithm algorithm) {
        byte[] secret = clientSecret.getBytes(StandardCharsets.UTF_8);
        if (secret.length < algorithm.shortestSecret()) {
            throw new IllegalStateException("The client secret is too short to sign with");
        }
        try {
            return new TokenSigner(algorithm, null, null, new MACSigner(secret), new MACVerifier(secret));
        } catch (JOSEException unfit) {
            throw new IllegalStateException("The client secret cannot be used", unfit);
        }
    }

    /** Signs with RS256, or the algorithm of the key's curve. */
    static TokenSigner of(SigningKey key) {
        PublicKey kind = key.certificate().getPublicKey();
        return of(key, SigningAlgorithm.ofKey(kind)
                .orElseThrow(() -> new IllegalStateException("Keys of type " + kind.getAlgorithm() + " cannot sign tokens.")));
    }

    /** Signs with an algorithm that fits the key. */
    static TokenSigner of(SigningKey key, SigningAlgorithm algorithm) {
        PublicKey publicKey = key.certificate().getPublicKey();
        if (!algorithm.fits(publicKey)) {
            throw new IllegalStateException("The signing key does not sign with " + algorithm.wireName());
        }
        try {
            if (publicKey instanceof RSAPublicKey rsa) {
                return new TokenSigner(algorithm, null, key.keyId(), new RSASSASigner(key.privateKey()), new RSASSAVerifier(rsa));
            }
            if (publicKey instanceof ECPublicKey ec) {
                return new TokenSigner(algorithm, null, key.keyId(), new ECDSASigner((ECPrivateKey) key.privateKey()), new ECDSAVerifier(ec));
            }
            return new TokenSigner(algorithm, PublicKeys.curve((EdECPublicKey) publicKey), key.keyId(), new EdwardsSigner(key.privateKey()),
                    new EdwardsVerifier(publicKey));
        } catch (JOSEException unfit) {
            throw new IllegalStateException("The signing key cannot be used", unfit);
        }
    }

    public JWSAlgorithm algorithm() {
        return algorithm;
    }

    /** The value of {@code at_hash}, {@code c_hash} or {@code s_hash} in a token that this signs. */
    public String hash(String value) {
        return HashClaim.of(value, algorithm, curve);
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
            JWSHeader header = token.getHeader();
            boolean ours = header.getAlgorithm().equals(algorithm) && Objects.equals(header.getKeyID(), keyId)
                    && type.equals(header.getType()) && token.verify(verifier);
            return ours ? Optional.of(token.getJWTClaimsSet()) : Optional.empty();
        } catch (java.text.ParseException | JOSEException | IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
