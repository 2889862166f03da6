package org.gatehouse.provider.oauth2.authentication;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.crypto.ClientChain;

/**
 * The authorities whose certificates clients may authenticate with ({@code gatehouse.client-certificate-authorities}, a PEM file). They
 * are checked here whoever ended TLS: a proxy often lets every certificate through, and the store of a server may trust more. Without the
 * setting, and while the file cannot be read, nobody is trusted. Revocation lists are not asked; remove a client's registration instead.
 */
@ApplicationScoped
public class ClientAuthorities {

    private static final Logger LOG = Logger.getLogger(ClientAuthorities.class.getName());

    @Inject
    @ConfigProperty(name = "gatehouse.client-certificate-authorities")
    private Optional<String> file = Optional.empty();

    @Inject
    private Clock clock;

    private Collection<X509Certificate> trusted = List.of();

    public ClientAuthorities() {
    }

    /** Trusts these. */
    public ClientAuthorities(Collection<X509Certificate> trusted, Clock clock) {
        this.clock = clock;
        this.trusted = List.copyOf(trusted);
    }

    @PostConstruct
    void read() {
        file.map(Path::of).ifPresent(path -> {
            try (InputStream pem = Files.newInputStream(path)) {
                trusted = CertificateFactory.getInstance("X.509").generateCertificates(pem).stream().map(X509Certificate.class::cast).toList();
            } catch (IOException | GeneralSecurityException unreadable) {
                LOG.log(Level.WARNING, unreadable, () -> "gatehouse.client-certificate-authorities cannot be read; no client is trusted");
            }
        });
    }

    /**
     * Whether the first certificate is one for clients and leads to a trusted authority, now (RFC 5280 section 6).
     *
     * @param chain with whatever was sent along, in any order
     */
    boolean trust(List<X509Certificate> chain) {
        return new ClientChain(chain).leadsTo(trusted, clock.instant());
    }
}
