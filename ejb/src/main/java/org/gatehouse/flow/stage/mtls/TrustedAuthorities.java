package org.gatehouse.flow.stage.mtls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.brand.Brands;
import org.gatehouse.crypto.ClientChain;
import org.gatehouse.crypto.KeyStore;
import org.gatehouse.type.Ref;

/**
 * Says whose certificates count (RFC 5280 section 6). Whether one was revoked is not asked: there is no list to ask; an account that
 * must not be entered any more is deactivated.
 */
@ApplicationScoped
public class TrustedAuthorities {

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
        return new ClientChain(List.of(certificate))
                .leadsTo(authorities.stream().map(keys::certificate).flatMap(Optional::stream).toList(), clock.instant());
    }
}
