package org.gatehouse.provider.oauth2.registration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.registration.ClientRegistration;
import org.gatehouse.model.registration.ClientRegistrationRepository;
import org.gatehouse.provider.oauth2.ConfiguredScopes;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.protocol.Scopes;
import org.gatehouse.type.ConfiguredObjects;

/**
 * What the provider of a registered client starts from: what administrators have decided about the one it registers with (its profile,
 * its keys, its subjects), changed as the registration says.
 */
@ApplicationScoped
public class ProviderTemplate {

    /** What belongs to the other client alone. */
    private static final List<String> ITS_OWN = List.of("name", "managed", "client_id", "client_type", "grant_types", "redirect_uris",
            "logout_uri", "logout_method", "encryption_key", "jwt_federation_sources", "jwt_federation_providers");

    /** What a client that anybody can register never gets unless an administrator names it. */
    private static final Set<String> NEVER_INHERITED = Set.of(Scopes.REGISTER_CLIENTS, "goauthentik.io/api");

    @Inject
    private ConfiguredObjects configured;

    @Inject
    private ClientRegistrationRepository registrations;

    @Inject
    private ConfiguredScopes scopes;

    /** The document, in wire form. */
    JsonObject of(ClientRegistration registration, RegistrationRules rules) {
        JsonObjectBuilder document = Json.createObjectBuilder();
        configured.document(registration.getProvider()).forEach((name, value) -> {
            if (!ITS_OWN.contains(name) && value != JsonValue.NULL) {
                document.add(name, value instanceof JsonObject nested ? ClientSettings.withoutClients(nested) : value);
            }
        });
        if (registration.getAuthorizationFlowId() != null) {
            document.add("authorization_flow", registration.getAuthorizationFlowId().toString());
        }
        if (registration.getInvalidationFlowId() != null) {
            document.add("invalidation_flow", registration.getInvalidationFlowId().toString());
        }
        return document.add("access_token_validity", rules.accessTokenValidity().expression())
                .add("refresh_token_validity", rules.refreshTokenValidity().expression()).build();
    }

    /**
     * The mappings that a client gets.
     *
     * @param wanted the names of the scopes it registers for; empty for all there are
     */
    JsonValue mappings(ClientRegistration registration, OAuthClient parent, List<String> wanted) {
        List<UUID> overriding = registrations.mappingsOf(List.of(registration.getId())).getOrDefault(registration.getId(), List.of());
        JsonArrayBuilder ids = Json.createArrayBuilder();
        (overriding.isEmpty() ? parent.scopes() : scopes.of(overriding)).stream()
                .filter(scope -> !overriding.isEmpty() || !NEVER_INHERITED.contains(scope.name()))
                .filter(scope -> wanted.isEmpty() || wanted.contains(scope.name()))
                .forEach(scope -> ids.add(scope.mappingId().toString()));
        return ids.build();
    }

    /** The names in a {@code scope} member. */
    static List<String> wanted(ClientMetadata metadata) {
        return metadata.text(MetadataName.SCOPE).map(text -> Arrays.asList(text.strip().split(" +"))).orElse(List.of());
    }
}
