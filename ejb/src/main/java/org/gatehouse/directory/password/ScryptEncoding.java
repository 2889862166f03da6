package org.gatehouse.directory.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt (RFC 7914) as Django stores it: {@code scrypt$<N>$<salt>$<r>$<p>$<base64>}. */
final class ScryptEncoding implements PasswordEncoding {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Pattern FORMAT = Pattern.compile(
            "scrypt\\$(\\d{1,7})\\$([^$]{1,128})\\$(\\d{1,3})\\$(\\d{1,2})\\$([A-Za-z0-9+/=]{16,128})");

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("scrypt$");
    }

    @Override
    public boolean isSound(String encoded) {
        Matcher match = FORMAT.matcher(encoded);
        return match.matches() && isAcceptable(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(3)), Integer.parseInt(match.group(4)));
    }

    @Override
    public boolean matches(String password, String encoded) {
        Matcher match = FORMAT.matcher(encoded);
        if (!match.matches()) {
            return false;
        }
        int n = Integer.parseInt(match.group(1));
        int r = Integer.parseInt(match.group(3));
        int p = Integer.parseInt(match.group(4));
        if (!isAcceptable(n, r, p)) {
            return false;
        }
        byte[] expected;
        try {
            expected = Base64.getDecoder().decode(match.group(5));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        byte[] hash = SCrypt.generate(password.getBytes(StandardCharsets.UTF_8),
                match.group(2).getBytes(StandardCharsets.UTF_8), n, r, p, expected.length);
        return MessageDigest.isEqual(expected, hash);
    }

    private static boolean isAcceptable(int n, int r, int p) {
        return n > 1 && Integer.bitCount(n) == 1 && r >= 1 && p >= 1 && p <= 16 && 128L * n * r <= MOST_BYTES;
    }
}
