package org.gatehouse.provider.oauth2.check;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.provider.oauth2.OAuth2ProviderSettings;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.FieldProblems;
import org.junit.jupiter.api.Test;

class IssuerChainTest {

    private final Map<UUID, OAuth2ProviderSettings> stored = new HashMap<>();
    private final IssuerChain chain = new IssuerChain(new ConfiguredObjectRepository() {
        @Override
        public <E extends ConfiguredObject> Optional<E> find(Class<E> family, UUID id) {
            Provider provider = new Provider();
            provider.setId(id);
            provider.setType(stored.containsKey(id) ? "oauth2" : "saml");
            return Optional.of(family.cast(provider));
        }
    }, new ConfiguredObjects() {
        @Override
        public <S extends Record> S settings(ConfiguredObject object, Class<S> settings) {
            return settings.cast(stored.get(object.getId()));
        }
    });

    @Test
    void aClientMayHaveRegisteredWithAnotherOne() {
        UUID issuer = store("issuer", null);

        assertThat(problems(settings("app", issuer)).isEmpty()).isTrue();
        assertThat(problems(settings("third", store("app", issuer))).isEmpty()).isTrue();
    }

    @Test
    void refusesTheProviderItselfAndEveryWayBackToIt() {
        UUID self = UUID.randomUUID();
        stored.put(self, settings("app", self));
        assertThat(problems(settings("app", self)).isEmpty()).isFalse();
        UUID second = store("second", self);
        assertThat(problems(settings("app", store("third", second))).isEmpty()).isFalse();
    }

    @Test
    void refusesARingOfOthersAndProvidersOfAnotherType() {
        UUID one = UUID.randomUUID();
        stored.put(one, settings("one", store("two", one)));

        assertThat(problems(settings("app", one)).isEmpty()).isFalse();
        assertThat(problems(settings("app", UUID.randomUUID())).isEmpty()).isFalse();
    }

    private UUID store(String clientId, UUID registeredWith) {
        UUID id = UUID.randomUUID();
        stored.put(id, settings(clientId, registeredWith));
        return id;
    }

    private FieldProblems problems(OAuth2ProviderSettings settings) {
        FieldProblems problems = new FieldProblems();
        chain.check(settings, problems);
        return problems;
    }

    private static OAuth2ProviderSettings settings(String clientId, UUID registeredWith) {
        var document = TestClients.settings().add("client_id", clientId);
        if (registeredWith != null) {
            document.add("registration", Json.createObjectBuilder().add("registered_with", registeredWith.toString()));
        }
        return TestClients.read(document);
    }
}
