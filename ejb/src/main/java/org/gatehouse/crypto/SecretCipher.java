package org.gatehouse.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets with AES-256-GCM. A sealed text reads {@code v1:<key id>:<base64 of nonce and ciphertext>}; the key id says
 * which key opens it, so keys rotate: the first key seals, all open.
 */
public final class SecretCipher {

    /** How many characters a configured secret has at least. */
    static final int SHORTEST_SECRET = 16;

    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
    private final String sealingKey;

    /**
     * @param secrets the installation's secrets, newest first, each of at least 16 characters
     */
    public SecretCipher(List<String> secrets) {
        for (String secret : secrets) {
            if (secret.length() < SHORTEST_SECRET) {
                throw new IllegalArgumentException("A secret key must have at least 16 characters.");
            }
            byte[] key = Digests.sha256Bytes("gatehouse sealing key\n" + secret);
            keys.put(Digests.sha256("gatehouse key id\n" + secret).substring(0, 8), new SecretKeySpec(key, "AES"));
        }
        sealingKey = keys.keySet().stream().findFirst().orElseThrow(() -> new IllegalArgumentException("No secret key is configured."));
    }

    public String seal(String plain) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, sealingKey, nonce);
            byte[] sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
            return "v1:" + sealingKey + ":" + Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot seal", broken);
        }
    }

    /** @throws IllegalStateException when the text was not sealed with one of the configured keys, or was changed */
    public String open(String sealed) {
        String[] parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals("v1") || !keys.containsKey(parts[1])) {
            throw new IllegalStateException("A secret was sealed with a key that is not configured (GATEHOUSE_SECRET_KEY).");
        }
        try {
            byte[] all = Base64.getDecoder().decode(parts[2]);
            // The decoder ignores the spare bits of the last character; one text for one secret.
            if (all.length < NONCE_LENGTH + TAG_BITS / 8 || !Base64.getEncoder().encodeToString(all).equals(parts[2])) {
                throw new IllegalArgumentException("not what was written");
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, parts[1], java.util.Arrays.copyOf(all, NONCE_LENGTH));
            return new String(cipher.doFinal(all, NONCE_LENGTH, all.length - NONCE_LENGTH), StandardCharsets.UTF_8);
        } catch (AEADBadTagException | IllegalArgumentException changed) {
            throw new IllegalStateException("A sealed secret was changed, or sealed with another key.", changed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot open a sealed secret", broken);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, keys.get(keyId), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(("v1:" + keyId).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
