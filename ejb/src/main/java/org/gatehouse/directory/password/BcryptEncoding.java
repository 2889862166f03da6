package org.gatehouse.directory.password;

import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.gatehouse.crypto.Digests;

/**
 * bcrypt in the modular crypt format ({@code $2b$12$…}), and Django's two forms of it: {@code bcrypt$} in front, or
 * {@code bcrypt_sha256$} with the password digested first. Plain bcrypt sees only the first 72 bytes; that is how the hash was
 * made, and another reason to replace it at the next login.
 */
final class BcryptEncoding implements PasswordEncoding {

    private static final String DJANGO = "bcrypt$";
    private static final String DJANGO_SHA256 = "bcrypt_sha256$";
    /** Costs from 4 to 16; one more doubles the time. */
    private static final Pattern FORMAT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-6])\\$[./A-Za-z0-9]{53}");

    @Override
    public boolean reads(String encoded) {
        return encoded.startsWith("$2") || encoded.startsWith(DJANGO) || encoded.startsWith(DJANGO_SHA256);
    }

    @Override
    public boolean isSound(String encoded) {
        String hash = encoded.startsWith(DJANGO_SHA256) ? encoded.substring(DJANGO_SHA256.length())
                : encoded.startsWith(DJANGO) ? encoded.substring(DJANGO.length()) : encoded;
        return FORMAT.matcher(hash).matches();
    }

    @Override
    public boolean matches(String password, String encoded) {
        if (encoded.startsWith(DJANGO_SHA256)) {
            return check(Digests.sha256(password), encoded.substring(DJANGO_SHA256.length()));
        }
        return check(password, encoded.startsWith(DJANGO) ? encoded.substring(DJANGO.length()) : encoded);
    }

    private static boolean check(String password, String hash) {
        return FORMAT.matcher(hash).matches() && OpenBSDBCrypt.checkPassword(hash, password.toCharArray());
    }
}
