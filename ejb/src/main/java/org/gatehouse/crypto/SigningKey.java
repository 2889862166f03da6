package org.gatehouse.crypto;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A key of ours, ready to sign.
 *
 * @param keyId names the key to those who verify ({@code kid}): the SHA-256 digest of its public key (SubjectPublicKeyInfo), in
 *     base64url, so that a renewed certificate over the same key keeps its name
 */
public record SigningKey(String keyId, PrivateKey privateKey, X509Certificate certificate) {

    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
