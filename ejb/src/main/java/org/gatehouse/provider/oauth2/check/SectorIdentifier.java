package org.gatehouse.provider.oauth2.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.redirect.MatchingMode;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.provider.oauth2.redirect.RedirectUriType;
import org.gatehouse.url.StrictUrl;

/**
 * What clients share pairwise subjects by (OpenID Connect Core 1.0 section 8.1): the host of {@code sector_identifier_uri}, else the one
 * host of all exact redirect URIs.
 */
public final class SectorIdentifier {

    private SectorIdentifier() {
    }

    /** The host in lower case; empty when the settings name none or several. */
    public static Optional<String> of(OAuth2ProviderSettings settings) {
        String uri = settings.tokenFormats().sectorIdentifierUri();
        if (!uri.isEmpty()) {
            return StrictUrl.parse(uri).map(SectorIdentifier::host);
        }
        Set<String> hosts = new TreeSet<>();
        for (RedirectUri redirect : authorizing(settings)) {
            if (redirect.matchingMode() != MatchingMode.STRICT) {
                return Optional.empty();
            }
            hosts.add(redirect.host());
        }
        return hosts.size() == 1 ? hosts.stream().filter(host -> !host.isEmpty()).findFirst() : Optional.empty();
    }

    /** The redirect URIs that answers go to. */
    static List<RedirectUri> authorizing(OAuth2ProviderSettings settings) {
        return settings.redirectUris().stream().filter(uri -> uri.redirectUriType() == RedirectUriType.AUTHORIZATION).toList();
    }

    private static String host(StrictUrl url) {
        return url.host().toLowerCase(Locale.ROOT);
    }
}
