package org.gatehouse.provider.oauth2.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.registration.ClientPolicyRepository;
import org.gatehouse.model.registration.RegisteredClientRepository;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.ConfiguredScopes;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.RecordCodec;

/**
 * Holds clients to the policies that concern them. Whoever saves a provider that keeps less is told so; a client that registers itself
 * gets what it did not ask for, as far as that can be given; and a client that is there already is read as strict as it has to be
 * ({@link #applied}), so that each rule about requests and tokens holds for it without knowing of policies. Runs in the caller's
 * transaction.
 */
@ApplicationScoped
public class ClientPolicies {

    private ClientPolicyRepository policies;
    private RegisteredClientRepository registered;
    private ConfiguredObjectRepository providers;
    private ConfiguredScopes scopes;
    private RecordCodec codec;

    /** For the container's proxy. */
    protected ClientPolicies() {
    }

    @Inject
    public ClientPolicies(ClientPolicyRepository policies, RegisteredClientRepository registered, ConfiguredObjectRepository providers,
            ConfiguredScopes scopes, RecordCodec codec) {
        this.policies = policies;
        this.registered = registered;
        this.providers = providers;
        this.scopes = scopes;
        this.codec = codec;
    }

    /** The rules of all policies that count now: one statement. */
    public List<ClientPolicyRules> enabled() {
        return policies.findEnabled().stream().map(policy -> codec.fromStored(ClientPolicyRules.class, policy.getRules())).toList();
    }

    /**
     * A client as strict as it has to be.
     *
     * @param rules as {@link #enabled} has them, read once for many clients
     * @param granted the scopes that it may ask for
     */
    public OAuth2ProviderSettings applied(List<ClientPolicyRules> rules, UUID providerId, OAuth2ProviderSettings client, List<ConfiguredScope> granted) {
        OAuth2ProviderSettings raised = client;
        for (ClientPolicyRules rule : concerning(rules, client, () -> names(granted), () -> registrant(providerId))) {
            raised = rule.demands().raise(raised);
        }
        return raised;
    }

    /** Adds a problem for each setting that is less than a policy demands. */
    public void check(OAuth2ProviderSettings client, FieldProblems problems) {
        check(client, () -> providers.findByLookupKey(Provider.class, "oauth2", client.clientId()).map(Provider::getId).flatMap(this::registrant),
                problems);
    }

    private void check(OAuth2ProviderSettings client, Supplier<Optional<Registrant>> registrant, FieldProblems problems) {
        concerning(enabled(), client, () -> namesOf(client), registrant).forEach(rule -> rule.demands().missing(client)
                .forEach((field, demand) -> problems.add(field, "A client policy demands " + demand + ".")));
    }

    /**
     * The settings document of a client that registers itself, as strict as it has to be.
     *
     * @param document in wire form
     * @throws InvalidInput when it lacks what only the client can bring, such as another way to authenticate
     */
    public JsonObject raised(JsonObject document, Registrant registrant) {
        OAuth2ProviderSettings client = codec.fromWire(OAuth2ProviderSettings.class, RaisedDocument.settings(document));
        OAuth2ProviderSettings raised = client;
        FieldProblems problems = new FieldProblems();
        for (ClientPolicyRules rule : concerning(enabled(), client, () -> namesOf(client), () -> Optional.of(registrant))) {
            raised = rule.demands().raise(raised);
            rule.demands().missing(client).keySet().stream().filter(RaisedDocument::isTheClients)
                    .forEach(field -> problems.add(field, "A client policy demands another one."));
        }
        problems.refuseIfAny();
        return raised == client ? document : RaisedDocument.of(document, raised);
    }

    private static List<ClientPolicyRules> concerning(List<ClientPolicyRules> rules, OAuth2ProviderSettings client,
            Supplier<? extends Collection<String>> granted, Supplier<Optional<Registrant>> registrant) {
        return rules.stream().filter(rule -> rule.conditions().concern(client, granted, registrant)).toList();
    }

    /** Who has registered the client of a provider; empty for those of administrators. */
    public Optional<Registrant> registrant(UUID providerId) {
        return registered.find(providerId).map(row -> new Registrant(row.getRegisteredBy(), row.getRegisteredFrom()));
    }

    private List<String> namesOf(OAuth2ProviderSettings client) {
        return names(scopes.of(client.propertyMappings().stream().map(ref -> ref.id()).toList()));
    }

    private static List<String> names(List<ConfiguredScope> scopes) {
        return scopes.stream().map(ConfiguredScope::name).toList();
    }
}
