package org.gatehouse.crypto;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.EdECPublicKey;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/** Reads certificates and private keys in PEM, and tells whether they belong together. */
final class KeyPairPem {

    private static final int MAX_LENGTH = 100_000;

    private KeyPairPem() {
    }

    /** @throws IllegalArgumentException with a sentence for the user when the text holds no certificate */
    static X509Certificate certificate(String pem) {
        try {
            requireSize(pem);
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("Unable to load certificate.", wrong);
        }
    }

    /** @throws IllegalArgumentException with a sentence for the user when the text holds no unencrypted private key */
    static PrivateKey privateKey(String pem) {
        requireSize(pem);
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof PEMKeyPair pair) {
                    return new JcaPEMKeyConverter().getPrivateKey(pair.getPrivateKeyInfo());
                }
                if (part instanceof PrivateKeyInfo info) {
                    return new JcaPEMKeyConverter().getPrivateKey(info);
                }
            }
            throw new IllegalArgumentException("Unable to load private key.");
        } catch (IOException | IllegalStateException wrong) {
            throw new IllegalArgumentException("Unable to load private key.", wrong);
        }
    }

    /** The key as PKCS#8 in PEM, whatever form it came in. */
    static String pkcs8(PrivateKey key) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("PRIVATE KEY", key.getEncoded()));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return text.toString();
    }

    /** Whether the private key signs what the certificate's public key verifies. */
    static boolean belongTogether(X509Certificate certificate, PrivateKey key) {
        byte[] sample = "gatehouse".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signer = Signature.getInstance(signatureAlgorithm(key.getAlgorithm()));
            signer.initSign(key);
            signer.update(sample);
            byte[] signature = signer.sign();
            Signature verifier = Signature.getInstance(signatureAlgorithm(key.getAlgorithm()));
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(sample);
            return verifier.verify(signature);
        } catch (GeneralSecurityException | IllegalArgumentException different) {
            return false;
        }
    }

    private static String signatureAlgorithm(String keyAlgorithm) {
        return switch (keyAlgorithm) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "DSA" -> "SHA256withDSA";
            default -> keyAlgorithm;
        };
    }

    /** The contract's name for the kind of the certificate's key: {@code rsa}, {@code ec}, {@code dsa}, {@code ed25519}, {@code ed448}. */
    static String keyType(X509Certificate certificate) {
        if (certificate.getPublicKey() instanceof EdECPublicKey edwards) {
            return edwards.getParams().getName().toLowerCase(Locale.ROOT);
        }
        return certificate.getPublicKey().getAlgorithm().toLowerCase(Locale.ROOT);
    }

    private static void requireSize(String pem) {
        if (pem.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Ensure this field has no more than " + MAX_LENGTH + " characters.");
        }
    }
}
