package org.gatehouse.provider.oauth2.check;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Ref;

/** Follows {@code registered_with} to the issuer whose keys sign for a client: that way must have an end. */
@ApplicationScoped
public class IssuerChain {

    private static final String FIELD = "registration.registered_with";

    /** Whoever has registered with a client that has registered itself is at the second link already. */
    private static final int LONGEST = 10;

    private ConfiguredObjectRepository providers;
    private ConfiguredObjects configured;

    /** For the container's proxy. */
    protected IssuerChain() {
    }

    @Inject
    public IssuerChain(ConfiguredObjectRepository providers, ConfiguredObjects configured) {
        this.providers = providers;
        this.configured = configured;
    }

    /** Adds a problem when the way leads back to these settings, which no other provider has the client id of, or to no end. */
    public void check(OAuth2ProviderSettings settings, FieldProblems problems) {
        Ref<Provider> next = settings.registration().registeredWith();
        for (int links = 0; next != null; links++) {
            OAuth2ProviderSettings issuer = read(next);
            if (issuer == null) {
                problems.add(FIELD, "Choose an OAuth2 provider.");
                return;
            }
            if (links == LONGEST || issuer.clientId().equals(settings.clientId())) {
                problems.add(FIELD, "A client cannot have registered with itself, not even by way of others.");
                return;
            }
            next = issuer.registration().registeredWith();
        }
    }

    private OAuth2ProviderSettings read(Ref<Provider> provider) {
        return providers.find(Provider.class, provider.id()).filter(found -> found.getType().equals("oauth2"))
                .map(found -> configured.settings(found, OAuth2ProviderSettings.class)).orElse(null);
    }
}
