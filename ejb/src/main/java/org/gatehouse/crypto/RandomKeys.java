package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes unguessable keys. */
@ApplicationScoped
public class RandomKeys {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as 43 characters that are safe in URLs and cookies. */
    public String urlSafe() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Random letters and digits; 22 of them carry 128 bits. */
    public String alphanumeric(int length) {
        return random.ints(length, 0, ALPHANUMERIC.length())
                .collect(StringBuilder::new, (text, index) -> text.append(ALPHANUMERIC.charAt(index)), StringBuilder::append)
                .toString();
    }

    /** Random decimal digits. */
    public String digits(int length) {
        return random.ints(length, 0, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
    }

    /** Random bytes. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
