package org.gatehouse.directory.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The digests LDAP servers keep (RFC 2307 and OpenLDAP's additions): {@code {SSHA}}, {@code {SSHA256}}, {@code {SSHA512}} and
 * the same without salt. The base64 part is the digest followed by the salt.
 */
final class SaltedShaEncoding implements PasswordEncoding {

    private static final Pattern FORMAT = Pattern.compile("\\{S?SHA(256|384|512)?\\}([A-Za-z0-9+/=]{20,512})");

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("{SSHA") || encoded.startsWith("{SHA");
    }

    @Override
    public boolean isSound(String encoded) {
        return FORMAT.matcher(encoded).matches();
    }

    @Override
    public boolean matches(String password, String encoded) {
        Matcher match = FORMAT.matcher(encoded);
        if (!match.matches()) {
            return false;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-" + (match.group(1) == null ? "1" : match.group(1)));
            byte[] stored = Base64.getDecoder().decode(match.group(2));
            if (stored.length < digest.getDigestLength()) {
                return false;
            }
            digest.update(password.getBytes(StandardCharsets.UTF_8));
            digest.update(stored, digest.getDigestLength(), stored.length - digest.getDigestLength());
            return MessageDigest.isEqual(Arrays.copyOf(stored, digest.getDigestLength()), digest.digest());
        } catch (IllegalArgumentException malformed) {
            return false;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
