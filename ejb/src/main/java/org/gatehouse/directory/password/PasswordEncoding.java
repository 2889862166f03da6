package org.gatehouse.directory.password;

/**
 * One format of stored password hashes. Implementations keep no state and throw nothing on a malformed hash: it matches no
 * password.
 */
public sealed interface PasswordEncoding
        permits Argon2Encoding, Pbkdf2Encoding, BcryptEncoding, ScryptEncoding, SaltedShaEncoding, ShaCryptEncoding {

    /** Whether the stored text is of this format, judged by its prefix. */
    boolean reads(String encoded);

    /** Whether the stored text is well-formed and not too costly, so that some password can match it. */
    boolean isSound(String encoded);

    /** Whether the password is the one that was hashed; false for a hash that is malformed or too costly. */
    boolean matches(String password, String encoded);
}
