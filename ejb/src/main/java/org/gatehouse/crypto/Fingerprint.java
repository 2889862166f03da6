package org.gatehouse.crypto;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** What people compare certificates by. */
public final class Fingerprint {

    private Fingerprint() {
    }

    /** The SHA-256 hash of the certificate, in pairs of hexadecimal digits with colons between them. */
    public static String sha256(X509Certificate certificate) {
        return of(certificate, "SHA-256");
    }

    /** The SHA-1 hash of the certificate, for programs that know no other; proves nothing. */
    public static String sha1(X509Certificate certificate) {
        return of(certificate, "SHA-1");
    }

    private static String of(X509Certificate certificate, String algorithm) {
        try {
            return HexFormat.ofDelimiter(":").formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
