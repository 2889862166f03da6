package org.gatehouse.provider.oauth2.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.AESEncrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** How a JWE is made (RFC 7516): to a public key of its reader, or with a secret that both know. */
public record EncryptionFormat(KeyAlgorithm algorithm, ContentEncryption content) {

    /** What a client has registered; A128CBC-HS256 if it names no encryption (Dynamic Client Registration 1.0 section 2), empty without algorithm. */
    public static Optional<EncryptionFormat> of(KeyAlgorithm algorithm, ContentEncryption content) {
        return Optional.ofNullable(algorithm)
                .map(known -> new EncryptionFormat(known, content == null ? ContentEncryption.A128CBC_HS256 : content));
    }

    /**
     * Encrypts to a key that {@linkplain KeyAlgorithm#fits fits}.
     *
     * @param contentType what the content is: {@code JWT} for a signed token, null for claims
     */
    public String encrypt(String text, String contentType, JWK recipient) {
        try {
            JWEEncrypter encrypter = recipient instanceof RSAKey rsa ? new RSAEncrypter(rsa) : new ECDHEncrypter((ECKey) recipient);
            return encrypt(text, header(contentType).keyID(recipient.getKeyID()).build(), encrypter);
        } catch (JOSEException broken) {
            throw new IllegalStateException("Cannot encrypt to the client's key", broken);
        }
    }

    /** Encrypts with a key derived from the client secret (OpenID Connect Core 1.0 section 10.2). */
    public String encrypt(String text, String contentType, String clientSecret) {
        try {
            SecretKey key = derive(clientSecret, algorithm.secretBits(content));
            return encrypt(text, header(contentType).build(), algorithm == KeyAlgorithm.DIR ? new DirectEncrypter(key) : new AESEncrypter(key));
        } catch (JOSEException broken) {
            throw new IllegalStateException("Cannot encrypt with the client's secret", broken);
        }
    }

    private JWEHeader.Builder header(String contentType) {
        return new JWEHeader.Builder(algorithm.jwe(), content.enc()).contentType(contentType);
    }

    private static String encrypt(String text, JWEHeader header, JWEEncrypter encrypter) throws JOSEException {
        JWEObject jwe = new JWEObject(header, new Payload(text));
        jwe.encrypt(encrypter);
        return jwe.serialize();
    }

    /** The leftmost bits of the shortest SHA-2 digest that has as many. */
    static SecretKey derive(String secret, int bits) {
        String digest = bits <= 256 ? "SHA-256" : bits <= 384 ? "SHA-384" : "SHA-512";
        try {
            byte[] full = MessageDigest.getInstance(digest).digest(secret.getBytes(StandardCharsets.UTF_8));
            return new SecretKeySpec(Arrays.copyOf(full, bits / 8), "AES");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
