package org.gatehouse.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.crypto.Digests;

/**
 * Who may read the metrics: whoever sends {@code gatehouse.metrics.token} as a bearer token, or a program on this machine that
 * does not speak for somebody else.
 */
@ApplicationScoped
public class MetricsAccess {

    private static final String SCHEME = "bearer ";

    @Inject
    @ConfigProperty(name = "gatehouse.metrics.token")
    private Optional<String> token;

    /** For the container. */
    public MetricsAccess() {
    }

    MetricsAccess(Optional<String> token) {
        this.token = token;
    }

    /**
     * Whether the request may read.
     *
     * @param authorization the header, or null
     * @param peer the textual address of the connection's other end
     * @param forwarded whether a proxy has passed the request on: a proxy on this machine must not open the page to the world
     */
    boolean permits(String authorization, String peer, boolean forwarded) {
        if (authorization != null) {
            return authorization.length() > SCHEME.length()
                    && authorization.substring(0, SCHEME.length()).toLowerCase(Locale.ROOT).equals(SCHEME)
                    && Digests.equal(token.orElse(null), authorization.substring(SCHEME.length()));
        }
        return !forwarded && isLoopback(peer);
    }

    private static boolean isLoopback(String peer) {
        // Only a literal address is passed on: a name would be looked up.
        if (peer == null || !peer.matches("[0-9.]+|[0-9A-Fa-f:.]+")) {
            return false;
        }
        try {
            return InetAddress.getByName(peer).isLoopbackAddress();
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }
}
