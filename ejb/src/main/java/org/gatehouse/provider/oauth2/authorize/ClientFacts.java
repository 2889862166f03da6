package org.gatehouse.provider.oauth2.authorize;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.RegistrationMetadata;
import org.gatehouse.url.StrictUrl;

/** What people are shown of a client when they are asked to consent: what it says of itself (RFC 7591 section 2), and where it is. */
final class ClientFacts {

    private ClientFacts() {
    }

    /**
     * The facts; empty for a client of which an administrator has stated none.
     *
     * @param redirectUri where the answer goes: for a client that registered itself the one thing that is not just its claim
     */
    static Optional<JsonObject> of(OAuthClient client, String redirectUri) {
        RegistrationMetadata stated = client.settings().registration();
        JsonObjectBuilder facts = Json.createObjectBuilder();
        addLink(facts, "site", stated.clientUri());
        addLink(facts, "policy", stated.policyUri());
        addLink(facts, "terms", stated.tosUri());
        if (stated.logoUri().startsWith("https:")) {
            addLink(facts, "logo", stated.logoUri());
        }
        if (!stated.contacts().isEmpty()) {
            facts.add("contacts", String.join(", ", stated.contacts()));
        }
        if (stated.registeredWith() != null) {
            facts.add("registered_for", StrictUrl.parse(redirectUri).filter(StrictUrl::isWeb).map(StrictUrl::host).orElse(redirectUri));
        }
        JsonObject built = facts.build();
        return built.isEmpty() ? Optional.empty() : Optional.of(built);
    }

    /** Only what a browser may be sent to. */
    private static void addLink(JsonObjectBuilder facts, String name, String address) {
        StrictUrl.parse(address).filter(StrictUrl::isWeb).ifPresent(url -> facts.add(name, url.text()));
    }
}
