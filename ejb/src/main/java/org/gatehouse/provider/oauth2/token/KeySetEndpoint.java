package org.gatehouse.provider.oauth2.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClients;

/** The keys that a client's tokens are verified with (RFC 7517 section 5), by application slug. */
@Stateless
public class KeySetEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    private ProviderKeys keys;

    /** The JWK set; empty when no such application has an OAuth2 provider. */
    public Optional<String> jwks(String slug) {
        return clients.findBySlug(slug).map(keys::jwks);
    }
}
