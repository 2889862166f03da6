package org.gatehouse.directory.password;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SHA-crypt, the {@code $5$} (SHA-256) and {@code $6$} (SHA-512) hashes of Unix and of LDAP's {@code {CRYPT}}. The step numbers
 * are those of Ulrich Drepper's "Unix crypt using SHA-256 and SHA-512".
 */
final class ShaCryptEncoding implements PasswordEncoding {

    private static final String LDAP = "{CRYPT}";
    private static final int DEFAULT_ROUNDS = 5_000;
    private static final int FEWEST_ROUNDS = 1_000;
    private static final int MOST_ROUNDS = 5_000_000;
    private static final String ALPHABET = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern FORMAT = Pattern.compile("\\$([56])\\$(?:rounds=(\\d{1,7})\\$)?([^$]{0,16})\\$([./0-9A-Za-z]{43,86})");

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("$5$") || encoded.startsWith("$6$") || encoded.startsWith(LDAP);
    }

    @Override
    public boolean isSound(String encoded) {
        Matcher match = read(encoded);
        return match.matches() && rounds(match) <= MOST_ROUNDS;
    }

    @Override
    public boolean matches(String password, String encoded) {
        Matcher match = read(encoded);
        if (!match.matches() || rounds(match) > MOST_ROUNDS) {
            return false;
        }
        int rounds = rounds(match);
        byte[] hash = hash(match.group(1).equals("5") ? "SHA-256" : "SHA-512", password.getBytes(StandardCharsets.UTF_8),
                match.group(3).getBytes(StandardCharsets.UTF_8), rounds);
        return MessageDigest.isEqual(format(hash).getBytes(StandardCharsets.US_ASCII),
                match.group(4).getBytes(StandardCharsets.US_ASCII));
    }

    private static Matcher read(String encoded) {
        return FORMAT.matcher(encoded.startsWith(LDAP) ? encoded.substring(LDAP.length()) : encoded);
    }

    private static int rounds(Matcher match) {
        return match.group(2) == null ? DEFAULT_ROUNDS : Math.max(FEWEST_ROUNDS, Integer.parseInt(match.group(2)));
    }

    private static byte[] hash(String algorithm, byte[] password, byte[] salt, int rounds) {
        byte[] a = first(algorithm, password, salt);
        byte[] p = repeat(digestRepeated(algorithm, password, password.length), password.length);   // steps 13 to 16
        byte[] s = repeat(digestRepeated(algorithm, salt, 16 + (a[0] & 0xff)), salt.length);        // steps 17 to 20
        byte[] c = a;
        for (int round = 0; round < rounds; round++) {                                               // step 21
            MessageDigest digest = digest(algorithm);
            digest.update(round % 2 == 1 ? p : c);
            if (round % 3 != 0) {
                digest.update(s);
            }
            if (round % 7 != 0) {
                digest.update(p);
            }
            digest.update(round % 2 == 1 ? c : p);
            c = digest.digest();
        }
        return c;
    }

    /** Steps 1 to 12: digest A, which mixes in digest B. */
    private static byte[] first(String algorithm, byte[] password, byte[] salt) {
        MessageDigest digest = digest(algorithm);
        digest.update(password);
        digest.update(salt);
        digest.update(password);
        byte[] b = digest.digest();
        digest.update(password);
        digest.update(salt);
        digest.update(repeat(b, password.length));
        for (int bits = password.length; bits > 0; bits >>= 1) {
            digest.update((bits & 1) == 1 ? b : password);
        }
        return digest.digest();
    }

    private static byte[] digestRepeated(String algorithm, byte[] bytes, int times) {
        MessageDigest digest = digest(algorithm);
        for (int i = 0; i < times; i++) {
            digest.update(bytes);
        }
        return digest.digest();
    }

    private static byte[] repeat(byte[] bytes, int length) {
        ByteArrayOutputStream repeated = new ByteArrayOutputStream(length);
        for (int left = length; left > 0; left -= bytes.length) {
            repeated.write(bytes, 0, Math.min(left, bytes.length));
        }
        return repeated.toByteArray();
    }

    /** Step 22: groups of three bytes, spread over the digest in an order that rotates, as four letters each. */
    private static String format(byte[] hash) {
        StringBuilder text = new StringBuilder();
        int third = hash.length / 3;
        boolean sha256 = hash.length == 32;
        for (int group = 0, x = 0, y = third, z = 2 * third; group < third; group++) {
            append(text, hash[x], hash[y], hash[z], 4);
            int next = sha256 ? z + 1 : y + 1;
            int then = sha256 ? x + 1 : z + 1;
            z = sha256 ? y + 1 : x + 1;
            x = next;
            y = then;
        }
        if (sha256) {
            append(text, (byte) 0, hash[31], hash[30], 3);
        } else {
            append(text, (byte) 0, (byte) 0, hash[63], 2);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, byte high, byte middle, byte low, int letters) {
        int bits = (high & 0xff) << 16 | (middle & 0xff) << 8 | low & 0xff;
        for (int i = 0; i < letters; i++, bits >>= 6) {
            text.append(ALPHABET.charAt(bits & 0x3f));
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
