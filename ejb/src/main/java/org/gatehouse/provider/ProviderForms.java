package org.gatehouse.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;

/** Providers as other objects show them: what all types have. A provider's own settings are for who manages it. */
@ApplicationScoped
public class ProviderForms {

    /** The contract's {@code Provider}. */
    private static final Set<String> COMMON = Set.of("pk", "name", "authentication_flow", "authorization_flow", "invalidation_flow",
            "property_mappings", "component", "assigned_application_slug", "assigned_application_name",
            "assigned_backchannel_application_slug", "assigned_backchannel_application_name", "verbose_name", "verbose_name_plural",
            "meta_model_name");

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ConfiguredObjects objects;

    /** The forms by id; a fixed number of queries for all together. */
    public Map<UUID, JsonObject> of(Collection<UUID> ids) {
        return ofProviders(repository.findAll(Provider.class, ids));
    }

    /** As {@link #of}, of providers that are at hand. */
    public Map<UUID, JsonObject> ofProviders(List<Provider> providers) {
        List<JsonObject> forms = objects.toWire(Family.PROVIDER, providers);
        Map<UUID, JsonObject> byId = new HashMap<>();
        for (int i = 0; i < forms.size(); i++) {
            byId.put(providers.get(i).getId(), common(forms.get(i)));
        }
        return byId;
    }

    private static JsonObject common(JsonObject provider) {
        JsonObjectBuilder common = Json.createObjectBuilder();
        provider.forEach((name, value) -> {
            if (COMMON.contains(name)) {
                common.add(name, value);
            }
        });
        return common.build();
    }
}
