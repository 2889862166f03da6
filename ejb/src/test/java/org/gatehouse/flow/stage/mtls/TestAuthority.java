package org.gatehouse.flow.stage.mtls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates to people, as a company's authority does. */
final class TestAuthority {

    private final KeyPair keys = keys();
    private final X500Name name;
    private final X509Certificate certificate;

    TestAuthority(String name) {
        this.name = new X500Name("CN=" + name);
        certificate = build(builder(this.name, Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2030-01-01T00:00:00Z"), keys), true,
                KeyPurposeId.anyExtendedKeyUsage, null);
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** One for a client, good for the whole of 2026. */
    X509Certificate issue(String subject, String address) {
        return issue(subject, address, KeyPurposeId.id_kp_clientAuth, Instant.parse("2026-12-31T00:00:00Z"));
    }

    X509Certificate issue(String subject, String address, KeyPurposeId purpose, Instant until) {
        return build(builder(new X500Name(subject), Instant.parse("2026-01-01T00:00:00Z"), until, keys()), false, purpose, address);
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, Instant from, Instant until, KeyPair owner) {
        return new JcaX509v3CertificateBuilder(name, BigInteger.valueOf(System.nanoTime()), Date.from(from), Date.from(until), subject, owner.getPublic());
    }

    private X509Certificate build(JcaX509v3CertificateBuilder builder, boolean authority, KeyPurposeId purpose, String address) {
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purpose));
            if (address != null) {
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.rfc822Name, address)));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | java.io.IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
