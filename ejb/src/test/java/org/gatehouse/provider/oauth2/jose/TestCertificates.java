package org.gatehouse.provider.oauth2.jose;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of authorities and of clients. */
public final class TestCertificates {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");

    private TestCertificates() {
    }

    /** A certificate with the key of its subject. */
    public record Issued(X509Certificate certificate, KeyPair keys) {
    }

    public static Issued authority(String name) {
        KeyPair keys = keys();
        return new Issued(make("CN=" + name, "CN=" + name, keys, keys, true, null, KeyPurposeId.id_kp_clientAuth), keys);
    }

    public static Issued selfSigned(String name) {
        KeyPair keys = keys();
        return new Issued(make("CN=" + name, "CN=" + name, keys, keys, false, null, KeyPurposeId.id_kp_clientAuth), keys);
    }

    /** A certificate that an authority has issued. */
    public static X509Certificate issue(Issued authority, String subject, GeneralName... names) {
        return issue(authority, subject, KeyPurposeId.id_kp_clientAuth, names);
    }

    public static X509Certificate issue(Issued authority, String subject, KeyPurposeId purpose, GeneralName... names) {
        return make(authority.certificate().getSubjectX500Principal().getName(), subject, authority.keys(), keys(), false, names, purpose);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** In the order of RFC 4514, which is the other way round in the certificate. */
    private static X500Name name(String text) {
        return X500Name.getInstance(new X500Principal(text).getEncoded());
    }

    private static X509Certificate make(String issuer, String subject, KeyPair signing, KeyPair own, boolean authority, GeneralName[] names,
            KeyPurposeId purpose) {
        try {
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name(issuer), BigInteger.valueOf(System.nanoTime()),
                    Date.from(FROM), Date.from(TO), name(subject), own.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!authority) {
                builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            }
            if (names != null && names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing.getPrivate())));
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
