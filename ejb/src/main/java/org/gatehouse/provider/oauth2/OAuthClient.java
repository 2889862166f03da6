package org.gatehouse.provider.oauth2;

import java.util.UUID;
import org.gatehouse.model.application.Application;

/**
 * A client as a request meets it: a provider's settings together with the application it belongs to.
 *
 * @param providerId the provider's row
 * @param numPk the provider's number on the wire
 */
public record OAuthClient(UUID providerId, long numPk, OAuth2ProviderSettings settings, Application application) {

    public String clientId() {
        return settings.clientId();
    }
}
