package org.gatehouse.provider.oauth2.metadata;

import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;

/**
 * Provider metadata (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2), by application slug: one document for both, to which
 * every {@link MetadataContributor} adds its lines.
 */
@Stateless
public class MetadataEndpoint {

    @Inject
    private OAuthClients clients;

    @Inject
    @Any
    private Instance<MetadataContributor> contributors;

    /** The metadata; empty when no such application has an OAuth2 provider. */
    public Optional<JsonObject> metadata(String slug) {
        return clients.findBySlug(slug).map(this::describe);
    }

    /** The metadata of the issuer that providers share, as one document; empty when no provider shares one. */
    public Optional<JsonObject> shared() {
        List<JsonObject> each = clients.sharingIssuer().stream()
                .map(client -> SharedMetadata.moved(describe(client), client.application().slug())).toList();
        return each.isEmpty() ? Optional.empty() : Optional.of(SharedMetadata.merged(each));
    }

    private JsonObject describe(OAuthClient client) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        contributors.stream().sorted(Comparator.comparingInt(MetadataContributor::order))
                .forEach(contributor -> contributor.contribute(client, json));
        return json.build();
    }
}
