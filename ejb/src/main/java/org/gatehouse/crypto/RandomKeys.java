package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Base64;

/** Makes unguessable keys. */
@ApplicationScoped
public class RandomKeys {

    private static final String ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** No two of these look alike on paper. */
    private static final String LEGIBLE = "abcdefghjkmnpqrstuvwxyz23456789";

    private final SecureRandom random = new SecureRandom();

    /** 256 random bits as 43 characters that are safe in URLs and cookies. */
    public String urlSafe() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Random letters and digits; 22 of them carry 128 bits. */
    public String alphanumeric(int length) {
        return draw(ALPHANUMERIC, length);
    }

    /** Random small letters and digits that can be told apart in any font. */
    public String legible(int length) {
        return draw(LEGIBLE, length);
    }

    private String draw(String alphabet, int length) {
        return random.ints(length, 0, alphabet.length())
                .collect(StringBuilder::new, (text, index) -> text.append(alphabet.charAt(index)), StringBuilder::append)
                .toString();
    }

    /** Random capital consonants: no word comes about by accident, and nothing looks like something else (RFC 8628 section 6.1). */
    public String consonants(int length) {
        return draw("BCDFGHJKLMNPQRSTVWXZ", length);
    }

    /** Random decimal digits. */
    public String digits(int length) {
        return draw("0123456789", length);
    }

    /** Random bytes. */
    public byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
