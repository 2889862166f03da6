package org.gatehouse.provider.oauth2.metadata;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.redirect.MatchingMode;
import org.gatehouse.provider.oauth2.redirect.RedirectUri;
import org.gatehouse.url.StrictUrl;

/**
 * The web origins whose scripts may read answers: those of a client's exact redirect URIs. The client is always one that the request has
 * shown to be; nothing a token merely claims about itself opens an origin.
 */
@Stateless
public class RegisteredOrigins {

    @Inject
    private OAuthClients clients;

    /** Whether scripts of this origin may call for the client. */
    public boolean permits(OAuthClient client, String origin) {
        return client.settings().redirectUris().stream().filter(uri -> uri.matchingMode() == MatchingMode.STRICT).map(RedirectUri::url)
                .map(StrictUrl::parse).flatMap(Optional::stream).map(StrictUrl::origin).flatMap(Optional::stream).anyMatch(origin::equals);
    }

    /** As {@link #permits(OAuthClient, String)}, for a client that the request names. */
    public boolean permits(String clientId, String origin) {
        return clients.find(clientId).filter(client -> permits(client, origin)).isPresent();
    }
}
