package org.gatehouse.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.brand.Brands;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.setting.Settings;

/**
 * The address that links in letters begin with. Whoever asks for a letter chooses the {@code Host} header of the request: would it
 * be believed, the link that resets somebody's password could lead to a stranger's server. So it has to be configured
 * ({@code gatehouse.base-url}), to be exactly a brand's domain, or to be this very machine. A name below a brand's domain is not
 * enough, although the brand is shown there: it may be anybody's page.
 */
@ApplicationScoped
public class PublicAddress {

    @Inject
    private RequestOrigin origin;

    @Inject
    private Brands brands;

    @Inject
    private Settings settings;

    @Inject
    @ConfigProperty(name = "gatehouse.base-url")
    private Optional<String> configured;

    public PublicAddress() {
    }

    PublicAddress(RequestOrigin origin, Brands brands, Optional<String> configured) {
        this.origin = origin;
        this.brands = brands;
        this.configured = configured;
    }

    /** Scheme, host and port without a trailing slash; empty when nobody has said what they are. */
    public Optional<String> base() {
        return configured.or(this::setting).map(url -> url.replaceAll("/+$", "")).or(() -> Optional.of(origin.baseUrl()).filter(base -> isOurs(origin.host())));
    }

    private Optional<String> setting() {
        return settings == null ? Optional.empty() : Optional.of(settings.current().baseUrl()).filter(url -> !url.isEmpty());
    }

    private boolean isOurs(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return isThisMachine(name) || name.equals(brands.current(name).getDomain().toLowerCase(Locale.ROOT));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }
}
