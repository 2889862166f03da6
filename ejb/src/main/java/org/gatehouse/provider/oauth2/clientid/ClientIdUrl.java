package org.gatehouse.provider.oauth2.clientid;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gatehouse.url.StrictUrl;

/**
 * A client id that is the address of a document (draft section 3): https, with a path, without dot segments, query, fragment and user
 * information.
 *
 * @param text the address, which is compared character by character
 * @param host in lower case
 */
record ClientIdUrl(String text, String host) {

    private static final int LONGEST = 255;

    /** The address; empty for client ids of any other form. */
    static Optional<ClientIdUrl> parse(String clientId) {
        if (clientId == null || clientId.length() > LONGEST || !clientId.startsWith("https://")) {
            return Optional.empty();
        }
        return StrictUrl.parse(clientId)
                .filter(url -> url.path().length() > 1 && url.query().isEmpty() && clientId.indexOf('?') < 0 && !url.hasFragment())
                .map(url -> new ClientIdUrl(clientId, url.host().toLowerCase(Locale.ROOT)));
    }

    /** Whether the host is one of these: {@code app.example.com}, {@code *.example.com} for every host below it, {@code *} for any. */
    boolean isOf(List<String> domains) {
        return domains.stream().anyMatch(domain -> domain.equals("*") || domain.equals(host)
                || domain.startsWith("*.") && host.endsWith(domain.substring(1)));
    }
}
