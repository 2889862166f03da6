package org.gatehouse.provider.oauth2.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The authorities whose certificates clients may authenticate with ({@code gatehouse.client-certificate-authorities}, a PEM file). They
 * are checked here whoever ended TLS: a proxy often lets every certificate through, and the store of a server may trust more. Without the
 * setting, and while the file cannot be read, nobody is trusted. Revocation lists are not asked; remove a client's registration instead.
 */
@ApplicationScoped
public class ClientAuthorities {

    private static final Logger LOG = Logger.getLogger(ClientAuthorities.class.getName());
    private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";
    private static final String ANY_PURPOSE = "2.5.29.37.0";

    @Inject
    @ConfigProperty(name = "gatehouse.client-certificate-authorities")
    private Optional<String> file = Optional.empty();

    @Inject
    private Clock clock;

    private Set<TrustAnchor> anchors = Set.of();

    public ClientAuthorities() {
    }

    /** Trusts these. */
    public ClientAuthorities(Collection<X509Certificate> trusted, Clock clock) {
        this.clock = clock;
        this.anchors = anchors(trusted);
    }

    @PostConstruct
    void read() {
        file.map(Path::of).ifPresent(path -> {
            try (InputStream pem = Files.newInputStream(path)) {
                anchors = anchors(CertificateFactory.getInstance("X.509").generateCertificates(pem).stream()
                        .map(X509Certificate.class::cast).toList());
            } catch (IOException | GeneralSecurityException unreadable) {
                LOG.log(Level.WARNING, unreadable, () -> "gatehouse.client-certificate-authorities cannot be read; no client is trusted");
            }
        });
    }

    private static Set<TrustAnchor> anchors(Collection<X509Certificate> trusted) {
        return trusted.stream().map(certificate -> new TrustAnchor(certificate, null)).collect(Collectors.toSet());
    }

    /**
     * Whether the first certificate is one for clients and leads to a trusted authority, now (RFC 5280 section 6).
     *
     * @param chain with whatever was sent along, in any order
     */
    boolean trust(List<X509Certificate> chain) {
        if (anchors.isEmpty() || !isForClients(chain.get(0))) {
            return false;
        }
        try {
            X509CertSelector wanted = new X509CertSelector();
            wanted.setCertificate(chain.get(0));
            PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, wanted);
            parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(chain)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertPathBuilder.getInstance("PKIX").build(parameters);
            return true;
        } catch (GeneralSecurityException untrusted) {
            return false;
        }
    }

    private static boolean isForClients(X509Certificate certificate) {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null || purposes.contains(CLIENT_AUTHENTICATION) || purposes.contains(ANY_PURPOSE);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }
}
