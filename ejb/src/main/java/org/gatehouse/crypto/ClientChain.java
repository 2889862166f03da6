package org.gatehouse.crypto;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a client has shown when it connected: its certificate first, then whatever it sent along, in any order. */
public record ClientChain(List<X509Certificate> certificates) {

    private static final Set<String> FOR_CLIENTS = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    /**
     * Whether the certificate is one for clients, is good at this moment, and leads to one of the authorities (RFC 5280 section 6); never
     * without authorities. Revocation lists are not asked.
     */
    public boolean leadsTo(Collection<X509Certificate> authorities, Instant now) {
        if (authorities.isEmpty() || !isForClients(certificates.get(0))) {
            return false;
        }
        try {
            // An authority may show its own certificate: then there is no path whose dates anybody would look at.
            certificates.get(0).checkValidity(Date.from(now));
            CertPathBuilder.getInstance("PKIX").build(parameters(authorities, now));
            return true;
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }

    private PKIXBuilderParameters parameters(Collection<X509Certificate> authorities, Instant now) throws GeneralSecurityException {
        X509CertSelector wanted = new X509CertSelector();
        wanted.setCertificate(certificates.get(0));
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(
                authorities.stream().map(authority -> new TrustAnchor(authority, null)).collect(Collectors.toSet()), wanted);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(certificates)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        return parameters;
    }

    private static boolean isForClients(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.stream().anyMatch(FOR_CLIENTS::contains);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }
}
