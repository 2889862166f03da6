package org.gatehouse.flow.stage.mtls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.type.Ref;

/**
 * Says whose certificates count (RFC 5280 section 6). Whether one was revoked is not asked: there is no list to ask; an account that
 * must not be entered any more is deactivated.
 */
@ApplicationScoped
public class TrustedAuthorities {

    private static final Set<String> FOR_CLIENTS = Set.of("1.3.6.1.5.5.7.3.2", "2.5.29.37.0");

    private KeyStore keys;
    private Brands brands;
    private Clock clock;

    /** For the container's proxy. */
    protected TrustedAuthorities() {
    }

    @Inject
    public TrustedAuthorities(KeyStore keys, Brands brands, Clock clock) {
        this.keys = keys;
        this.brands = brands;
        this.clock = clock;
    }

    /** Whether the stage's authorities, or the brand's if it names none, vouch for this certificate of a client now. */
    boolean vouchFor(X509Certificate certificate, MutualTlsSettings settings) {
        Collection<UUID> authorities = settings.certificateAuthorities().isEmpty()
                ? brands.current().getClientCertificates() : settings.certificateAuthorities().stream().map(Ref::id).toList();
        Set<TrustAnchor> anchors = authorities.stream().map(keys::certificate).flatMap(Optional::stream)
                .map(authority -> new TrustAnchor(authority, null)).collect(Collectors.toSet());
        return !anchors.isEmpty() && isForClients(certificate) && isIssuedBy(anchors, certificate);
    }

    private boolean isIssuedBy(Set<TrustAnchor> anchors, X509Certificate certificate) {
        try {
            PKIXParameters parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(certificate)), parameters);
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    private static boolean isForClients(X509Certificate certificate) {
        try {
            List<String> uses = certificate.getExtendedKeyUsage();
            return uses == null || uses.stream().anyMatch(FOR_CLIENTS::contains);
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }
}
