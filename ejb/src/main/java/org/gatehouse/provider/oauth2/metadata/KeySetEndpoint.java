package org.gatehouse.provider.oauth2.metadata;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.token.ProviderKeys;

/** The keys that a client's tokens are verified with (RFC 7517 section 5), by application slug or for the issuer that clients share. */
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

    /** The keys of all providers that share the issuer; empty when none does. */
    public Optional<String> shared() {
        List<String> each = clients.sharingIssuer().stream().map(keys::jwks).toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(merged(each));
    }

    /** One JWK set of many; a key that several have is there once. */
    static String merged(List<String> sets) {
        Set<JsonValue> all = new LinkedHashSet<>();
        sets.forEach(set -> {
            try (JsonReader reader = Json.createReader(new StringReader(set))) {
                all.addAll(reader.readObject().getJsonArray("keys"));
            }
        });
        JsonArrayBuilder array = Json.createArrayBuilder();
        all.forEach(array::add);
        return Json.createObjectBuilder().add("keys", array).build().toString();
    }
}
