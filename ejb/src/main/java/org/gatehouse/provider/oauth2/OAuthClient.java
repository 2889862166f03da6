package org.gatehouse.provider.oauth2;

import java.util.List;
import java.util.UUID;
import org.gatehouse.provider.GuardedApplication;

/**
 * A client as a request meets it: a provider's settings and scopes together with the application it belongs to.
 *
 * @param providerId the provider's row
 * @param numPk the provider's number on the wire
 * @param scopes in the order of the provider's settings; a scope may have several mappings
 */
public record OAuthClient(UUID providerId, long numPk, String providerName, OAuth2ProviderSettings settings,
        List<ConfiguredScope> scopes, GuardedApplication application) {

    public String clientId() {
        return settings.clientId();
    }
}
