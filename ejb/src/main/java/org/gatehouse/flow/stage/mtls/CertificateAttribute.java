package org.gatehouse.flow.stage.mtls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import javax.security.auth.x500.X500Principal;
import org.gatehouse.model.WireName;

/** What of a certificate names a person (RFC 5280 sections 4.1.2.6 and 4.2.1.6). */
public enum CertificateAttribute implements WireName {

    /** The whole name of the subject, as RFC 2253 writes it. */
    SUBJECT {
        @Override
        Optional<String> of(X509Certificate certificate) {
            return Optional.of(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253)).filter(name -> !name.isEmpty());
        }
    },

    /** The one common name in it. */
    COMMON_NAME {
        @Override
        Optional<String> of(X509Certificate certificate) {
            return single(subject(certificate).stream().filter(part -> part.getType().equalsIgnoreCase("CN"))
                    .map(Rdn::getValue).filter(String.class::isInstance).map(String.class::cast).toList());
        }
    },

    /** The one address of the alternative names. */
    EMAIL {
        @Override
        Optional<String> of(X509Certificate certificate) {
            return single(alternativeNames(certificate).stream().filter(name -> Integer.valueOf(RFC822_NAME).equals(name.get(0)))
                    .map(name -> String.valueOf(name.get(1))).toList());
        }
    };

    private static final int RFC822_NAME = 1;

    /** Empty when the certificate has no such name, or several: then it is not certain who is meant. */
    abstract Optional<String> of(X509Certificate certificate);

    private static Optional<String> single(List<String> names) {
        return names.size() == 1 && !names.get(0).isBlank() ? Optional.of(names.get(0)) : Optional.empty();
    }

    private static List<Rdn> subject(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName(X500Principal.RFC2253)).getRdns();
        } catch (InvalidNameException unreadable) {
            return List.of();
        }
    }

    private static Collection<List<?>> alternativeNames(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).orElse(List.of());
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }
}
