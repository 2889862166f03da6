package org.gatehouse.provider.oauth2;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.PropertyMapping;
import org.gatehouse.type.ConfiguredObjects;

/** Reads the scopes that a provider's scope mappings name. Clients that are known have them: {@link OAuthClient#scopes()}. */
@ApplicationScoped
public class ConfiguredScopes {

    static final String MODEL = "authentik_providers_oauth2.scopemapping";

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private ConfiguredObjects configured;

    /** In the order of the provider's settings. */
    List<ConfiguredScope> of(OAuth2ProviderSettings settings) {
        return of(settings.propertyMappings().stream().map(ref -> ref.id()).toList());
    }

    /** Those that these mappings name, in their order; mappings of other types are left out. */
    public List<ConfiguredScope> of(List<UUID> ids) {
        Map<UUID, PropertyMapping> found = objects.findAll(PropertyMapping.class, ids).stream()
                .collect(Collectors.toMap(PropertyMapping::getId, Function.identity()));
        return ids.stream().filter(found::containsKey).map(found::get)
                .filter(mapping -> configured.typeOf(mapping).model().equals(MODEL)).map(this::scope).toList();
    }

    private ConfiguredScope scope(PropertyMapping mapping) {
        JsonObject document = configured.document(mapping);
        return new ConfiguredScope(mapping.getId(), document.getString("scope_name"), document.getString("description", ""));
    }
}
