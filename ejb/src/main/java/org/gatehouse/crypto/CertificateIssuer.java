package org.gatehouse.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes key pairs with self-signed certificates (RFC 5280). */
@ApplicationScoped
public class CertificateIssuer {

    /** Two nodes' clocks differ: a certificate is good from a little before it was made. */
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final int SERIAL_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private Clock clock;

    /** For the container's proxy. */
    protected CertificateIssuer() {
    }

    @Inject
    public CertificateIssuer(Clock clock) {
        this.clock = clock;
    }

    /** Makes a new key pair and signs its certificate with it. */
    public IssuedCertificate selfSigned(CertificateOrder order) {
        try {
            KeyPair pair = keyPair(order.kind());
            X509v3CertificateBuilder builder = builder(order, pair);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(order.kind().usage()));
            if (!order.alternativeNames().isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames(order));
            }
            var signer = new JcaContentSignerBuilder(order.kind().signature()).build(pair.getPrivate());
            return new IssuedCertificate(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException broken) {
            throw new IllegalStateException("Cannot make a certificate", broken);
        }
    }

    private X509v3CertificateBuilder builder(CertificateOrder order, KeyPair pair) {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, order.commonName())
                .addRDN(BCStyle.O, "Gatehouse")
                .build();
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(subject, new BigInteger(SERIAL_BITS, random),
                Date.from(now.minus(CLOCK_SKEW)), Date.from(now.plus(order.validity())), subject, pair.getPublic());
    }

    private static KeyPair keyPair(KeyKind kind) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(kind.generator());
        switch (kind) {
            case RSA_2048 -> generator.initialize(2048);
            case EC_P256 -> generator.initialize(new ECGenParameterSpec("secp256r1"));
            default -> { }
        }
        return generator.generateKeyPair();
    }

    private static GeneralNames alternativeNames(CertificateOrder order) {
        return new GeneralNames(order.alternativeNames().stream()
                .map(name -> new GeneralName(GeneralName.dNSName, name)).toArray(GeneralName[]::new));
    }
}
