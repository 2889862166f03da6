package org.gatehouse.web.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.InstallationKeys;
import org.gatehouse.crypto.RandomKeys;

/**
 * Makes and checks the value that a browser's script must send twice, as cookie and as header, before a cookie counts for a
 * change (double submit). It is bound to the login by an HMAC, so a value planted by a neighbouring host, or kept from a former
 * login, is worth nothing.
 */
@ApplicationScoped
public class CsrfTokens {

    private static final String ALGORITHM = "HmacSHA256";

    private SecretKeySpec key;
    private RandomKeys random;

    /** For the container's proxy. */
    protected CsrfTokens() {
    }

    @Inject
    CsrfTokens(InstallationKeys keys, RandomKeys random) {
        this(keys.derive("csrf"), random);
    }

    CsrfTokens(byte[] key, RandomKeys random) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.random = random;
    }

    /** A new value for a login; every one made for it stays good until it ends. */
    public String make(UUID sessionId) {
        String nonce = random.alphanumeric(22);
        return nonce + "." + seal(nonce, sessionId);
    }

    /** Whether cookie and header are the same value and were made for this login. */
    public boolean permits(String cookie, String header, UUID sessionId) {
        return Digests.equal(cookie, header) && isOf(cookie, sessionId);
    }

    /** Whether the value was made for this login. */
    public boolean isOf(String value, UUID sessionId) {
        int dot = value == null ? -1 : value.indexOf('.');
        return dot > 0 && Digests.equal(value.substring(dot + 1), seal(value.substring(0, dot), sessionId));
    }

    private String seal(String nonce, UUID sessionId) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] sealed = mac.doFinal((nonce + "\n" + sessionId).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
