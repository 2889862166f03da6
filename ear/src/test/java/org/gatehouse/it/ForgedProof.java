package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A DPoP proof (RFC 9449 section 4.2) that is right until a test bends it: written by hand, as libraries refuse to write wrong ones. */
final class ForgedProof {

    private static final KeyPair KEY = key();

    private JsonObject header = Json.createObjectBuilder().add("typ", "dpop+jwt").add("alg", "ES256").add("jwk", jwk((ECPublicKey) KEY.getPublic())).build();
    private JsonObject claims;

    /** A good proof for a request. */
    ForgedProof(String method, String url) {
        claims = Json.createObjectBuilder().add("jti", UUID.randomUUID().toString()).add("htm", method).add("htu", url)
                .add("iat", Instant.now().getEpochSecond()).build();
    }

    /** Changes a field of the header; null takes it away. */
    ForgedProof header(String name, Object value) {
        header = changed(header, name, value);
        return this;
    }

    /** Changes a claim; null takes it away. */
    ForgedProof claim(String name, Object value) {
        claims = changed(claims, name, value);
        return this;
    }

    /** Adds the hash of the token that the request brings. */
    ForgedProof of(String token) {
        try {
            return claim("ath", encode(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String claim(String name) {
        return claims.getString(name);
    }

    /** The proof with the signature of its key, which is named by the header unless that was changed. */
    String signed() {
        return signed("SHA256withECDSAinP1363Format", KEY);
    }

    /** With a signature of another key. */
    String signedByAnother() {
        return signed("SHA256withECDSAinP1363Format", key());
    }

    /** With an RSA key of this size, named in the header. */
    String signedByRsa(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            KeyPair pair = generator.generateKeyPair();
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            header("alg", "RS256").header("jwk", Json.createObjectBuilder().add("kty", "RSA").add("n", encode(unsigned(key.getModulus(), bits / 8)))
                    .add("e", "AQAB").build());
            return signed("SHA256withRSA", pair);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With a MAC whose secret everybody knows. */
    String authenticated(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return content() + "." + encode(mac.doFinal(content().getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** With this text where the signature belongs. */
    String with(String signature) {
        return content() + "." + signature;
    }

    /** The private key as a JWK, which has no place in a proof. */
    static JsonObject privateJwk() {
        BigInteger secret = ((java.security.interfaces.ECPrivateKey) KEY.getPrivate()).getS();
        return Json.createObjectBuilder(jwk((ECPublicKey) KEY.getPublic())).add("d", encode(unsigned(secret, 32))).build();
    }

    private String signed(String algorithm, KeyPair pair) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(content().getBytes(StandardCharsets.US_ASCII));
            return with(encode(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private String content() {
        return encode(header.toString().getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject changed(JsonObject object, String name, Object value) {
        JsonObjectBuilder builder = Json.createObjectBuilder(object).remove(name);
        if (value instanceof JsonValue json) {
            builder.add(name, json);
        } else if (value instanceof Long number) {
            builder.add(name, number);
        } else if (value != null) {
            builder.add(name, value.toString());
        }
        return builder.build();
    }

    private static JsonObject jwk(ECPublicKey key) {
        return Json.createObjectBuilder().add("kty", "EC").add("crv", "P-256").add("x", encode(unsigned(key.getW().getAffineX(), 32)))
                .add("y", encode(unsigned(key.getW().getAffineY(), 32))).build();
    }

    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[length];
        int from = Math.max(0, bytes.length - length);
        System.arraycopy(bytes, from, fixed, length - (bytes.length - from), bytes.length - from);
        return fixed;
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
