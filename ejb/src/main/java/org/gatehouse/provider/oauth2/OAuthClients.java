package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.type.ConfiguredObjects;

/** Finds clients. A provider without an application is nobody's client: there are no policies to ask. */
@ApplicationScoped
public class OAuthClients {

    private static final String TYPE = "oauth2";

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ConfiguredObjects configured;

    /** The client with this {@code client_id}. */
    public Optional<OAuthClient> find(String clientId) {
        if (clientId == null || clientId.isEmpty() || clientId.length() > 255) {
            return Optional.empty();
        }
        return objects.findByLookupKey(Provider.class, TYPE, clientId).flatMap(this::of);
    }

    /** The client of the application with this slug. */
    public Optional<OAuthClient> findBySlug(String slug) {
        return applications.findBySlug(slug).filter(found -> found.getProvider() != null && found.getProvider().getType().equals(TYPE))
                .map(found -> client(found.getProvider(), found));
    }

    /** The client behind a provider row. */
    public Optional<OAuthClient> find(UUID providerId) {
        return objects.find(Provider.class, providerId).filter(found -> found.getType().equals(TYPE)).flatMap(this::of);
    }

    private Optional<OAuthClient> of(Provider provider) {
        return applications.findByProvider(provider.getId()).map(application -> client(provider, application));
    }

    private OAuthClient client(Provider provider, Application application) {
        return new OAuthClient(provider.getId(), provider.getNumPk(),
                configured.settings(provider, OAuth2ProviderSettings.class), application);
    }
}
