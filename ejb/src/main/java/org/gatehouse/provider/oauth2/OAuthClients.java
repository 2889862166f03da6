package org.gatehouse.provider.oauth2;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.cache.ReadCache;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.policy.PolicyEngineMode;
import org.gatehouse.provider.GuardedApplication;
import org.gatehouse.provider.oauth2.policy.ClientPolicies;
import org.gatehouse.provider.oauth2.policy.ClientPolicyModel;
import org.gatehouse.provider.oauth2.policy.ClientPolicyRules;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.ObjectChanged;

/**
 * Finds clients. A provider without an application is nobody's client: there are no policies to ask. Clients are kept until
 * provider, application, a scope mapping or a client policy changes; a change on another node is seen after half a minute at the latest.
 */
@ApplicationScoped
public class OAuthClients {

    private static final String TYPE = "oauth2";
    private static final Set<String> MADE_FROM = Set.of("authentik_providers_oauth2.oauth2provider", "authentik_core.application",
            ConfiguredScopes.MODEL, ClientPolicyModel.NAME);
    private static final Duration LONGEST_KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 3_000;
    private static final int MOST_SHARING = 1_000;
    private static final String SHARING = "sharing";

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private ConfiguredObjects configured;

    @Inject
    private ConfiguredScopes scopes;

    @Inject
    private ClientPolicies policies;

    @Inject
    private Clock clock;

    /** By what they were asked for: a client id, a provider's id, or the address of an application. */
    private ReadCache<Object, OAuthClient> kept;

    /** Under one key; none is kept as well, as anybody may ask. */
    private ReadCache<String, List<OAuthClient>> sharing;

    private record Slug(String text) {
    }

    @PostConstruct
    void open() {
        kept = new ReadCache<>(MOST_KEPT, LONGEST_KEPT, clock);
        sharing = new ReadCache<>(1, LONGEST_KEPT, clock);
    }

    /** The client with this {@code client_id}. */
    public Optional<OAuthClient> find(String clientId) {
        if (clientId == null || clientId.isEmpty() || clientId.length() > 255) {
            return Optional.empty();
        }
        return kept.get(clientId, id -> objects.findByLookupKey(Provider.class, TYPE, clientId).flatMap(this::of));
    }

    /** The client of the application with this slug. */
    public Optional<OAuthClient> findBySlug(String slug) {
        return kept.get(new Slug(slug), key -> applications.findBySlug(slug)
                .filter(found -> found.getProvider() != null && found.getProvider().getType().equals(TYPE))
                .map(found -> client(found.getProvider(), found, policies.enabled())));
    }

    /** The client behind a provider row. */
    public Optional<OAuthClient> find(UUID providerId) {
        return kept.get(providerId, id -> objects.find(Provider.class, providerId)
                .filter(found -> found.getType().equals(TYPE)).flatMap(this::of));
    }

    /** The provider as the client it is or would be, for looking at it: without an application nobody can use it. */
    public OAuthClient describe(Provider provider) {
        return of(provider).orElseGet(() -> {
            OAuth2ProviderSettings settings = configured.settings(provider, OAuth2ProviderSettings.class);
            return new OAuthClient(provider.getId(), provider.getNumPk(), provider.getName(), settings, scopes.of(settings),
                    new GuardedApplication(provider.getId(), "", "", PolicyEngineMode.ANY));
        });
    }

    /** The clients of providers that have one issuer in common ({@link IssuerMode#GLOBAL}), by name; of very many only the first. */
    public List<OAuthClient> sharingIssuer() {
        return sharing.get(SHARING, key -> Optional.of(readSharing())).orElseThrow();
    }

    private List<OAuthClient> readSharing() {
        List<ClientPolicyRules> rules = policies.enabled();
        return objects.list(Provider.class, "o.type = :type", Map.of("type", TYPE), "o.name", 0, MOST_SHARING).stream()
                .filter(provider -> configured.settings(provider, OAuth2ProviderSettings.class).issuerMode() == IssuerMode.GLOBAL)
                .map(provider -> of(provider, rules)).flatMap(Optional::stream).toList();
    }

    private Optional<OAuthClient> of(Provider provider) {
        return of(provider, policies.enabled());
    }

    private Optional<OAuthClient> of(Provider provider, List<ClientPolicyRules> rules) {
        return applications.findByProvider(provider.getId()).map(application -> client(provider, application, rules));
    }

    /** As strict as the policies want it, whatever it was saved as. */
    private OAuthClient client(Provider provider, Application application, List<ClientPolicyRules> rules) {
        OAuth2ProviderSettings settings = configured.settings(provider, OAuth2ProviderSettings.class);
        List<ConfiguredScope> granted = scopes.of(settings);
        return new OAuthClient(provider.getId(), provider.getNumPk(), provider.getName(),
                policies.applied(rules, provider.getId(), settings, granted), granted, GuardedApplication.of(application));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        if (MADE_FROM.contains(change.model())) {
            kept.forget(key -> true);
            sharing.forget(key -> true);
        }
    }
}
