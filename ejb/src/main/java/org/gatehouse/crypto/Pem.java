package org.gatehouse.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** Reads and writes certificates and private keys as text (RFC 7468). */
public final class Pem {

    private Pem() {
    }

    /** The certificate as PEM, with a newline at the end. */
    public static String write(X509Certificate certificate) {
        try {
            return write("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException broken) {
            throw new IllegalArgumentException("The certificate cannot be encoded.", broken);
        }
    }

    /** The key as PKCS#8 PEM, with a newline at the end. */
    public static String write(PrivateKey key) {
        return write("PRIVATE KEY", key.getEncoded());
    }

    private static String write(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /**
     * The first certificate in the text.
     *
     * @throws IllegalArgumentException when there is none that can be read
     */
    public static X509Certificate readCertificate(String pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException unreadable) {
            throw new IllegalArgumentException("Unable to load certificate.", unreadable);
        }
    }

    /**
     * The private key in the text: PKCS#8, or the older PKCS#1 (RSA) and SEC 1 (EC) forms; not encrypted.
     *
     * @throws IllegalArgumentException when there is none that can be read
     */
    public static PrivateKey readPrivateKey(String pem) {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof PrivateKeyInfo pkcs8) {
                    return converter.getPrivateKey(pkcs8);
                }
                if (object instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
        } catch (IOException | RuntimeException unreadable) {
            // The cause might quote the key.
            throw new IllegalArgumentException("Unable to load private key.");
        }
        throw new IllegalArgumentException("Unable to load private key.");
    }

    /** The contract's name of the key's algorithm: {@code rsa}, {@code ec}, {@code dsa}, {@code ed25519} or {@code ed448}. */
    public static String keyType(PublicKey key) {
        if (key instanceof java.security.interfaces.EdECPublicKey edwards) {
            return edwards.getParams().getName().toLowerCase(Locale.ROOT);
        }
        return key.getAlgorithm().toLowerCase(Locale.ROOT);
    }
}
