package org.gatehouse.directory.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.SHA1Digest;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SHA512Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** PBKDF2 (RFC 8018 section 5.2) as Django stores it: {@code pbkdf2_sha256$<iterations>$<salt>$<base64>}. */
final class Pbkdf2Encoding implements PasswordEncoding {

    private static final int MOST_ITERATIONS = 5_000_000;
    private static final Pattern FORMAT = Pattern.compile("pbkdf2_(sha1|sha256|sha512)\\$(\\d{1,7})\\$([^$]{1,128})\\$([A-Za-z0-9+/=]{16,128})");

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("pbkdf2_");
    }

    @Override
    public boolean isSound(String encoded) {
        Matcher match = FORMAT.matcher(encoded);
        return match.matches() && isAcceptable(Integer.parseInt(match.group(2)));
    }

    @Override
    public boolean matches(String password, String encoded) {
        Matcher match = FORMAT.matcher(encoded);
        if (!match.matches()) {
            return false;
        }
        int iterations = Integer.parseInt(match.group(2));
        if (!isAcceptable(iterations)) {
            return false;
        }
        byte[] expected;
        try {
            expected = Base64.getDecoder().decode(match.group(4));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(digest(match.group(1)));
        generator.init(password.getBytes(StandardCharsets.UTF_8), match.group(3).getBytes(StandardCharsets.UTF_8), iterations);
        KeyParameter key = (KeyParameter) generator.generateDerivedMacParameters(expected.length * 8);
        return MessageDigest.isEqual(expected, key.getKey());
    }

    private static boolean isAcceptable(int iterations) {
        return iterations >= 1 && iterations <= MOST_ITERATIONS;
    }

    private static Digest digest(String name) {
        return switch (name) {
            case "sha1" -> new SHA1Digest();
            case "sha512" -> new SHA512Digest();
            default -> new SHA256Digest();
        };
    }
}
