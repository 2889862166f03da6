package org.gatehouse.it;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;

/** A client's own key, with what it signs: assertions about itself (RFC 7523) and proofs of possession (RFC 9449). */
final class ProofKey {

    private final ECKey key;

    ProofKey() {
        try {
            key = new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** The public half, as a client registers it. */
    JsonObject jwks() {
        return HttpBrowser.parse(new JWKSet(key).toString(true));
    }

    /** With the private half. */
    JsonObject privateJwks() {
        return HttpBrowser.parse(new JWKSet(key).toString(false));
    }

    String thumbprint() {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A good assertion of a client. */
    String assertion(String clientId, String audience) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(key.getKeyID()).build(), new JWTClaimsSet.Builder().issuer(clientId)
                .subject(clientId).audience(audience).jwtID(UUID.randomUUID().toString())
                .issueTime(new Date()).expirationTime(Date.from(Instant.now().plusSeconds(60))).build());
    }

    /** A proof for a request without a token. */
    String proof(String method, String url) {
        return proof(method, url, null, null);
    }

    /**
     * A proof.
     *
     * @param token that the request brings, or null
     * @param nonce that the server wants, or null
     */
    String proof(String method, String url, String token, String nonce) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt")).jwk(key.toPublicJWK()).build(),
                new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).issueTime(new Date()).claim("htm", method).claim("htu", url)
                        .claim("ath", token == null ? null : hash(token)).claim("nonce", nonce).build());
    }

    /** A proof for the redemption of a code whose ID token is to be bound to this key. */
    String proofFor(String code, String url) {
        return sign(new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType("dpop+jwt")).jwk(key.toPublicJWK()).build(),
                new JWTClaimsSet.Builder().jwtID(UUID.randomUUID().toString()).issueTime(new Date()).claim("htm", "POST").claim("htu", url)
                        .claim("c_s256", hash(code)).build());
    }

    private String sign(JWSHeader header, JWTClaimsSet claims) {
        try {
            SignedJWT jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static String hash(String token) {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
