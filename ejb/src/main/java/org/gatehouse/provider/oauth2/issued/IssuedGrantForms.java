package org.gatehouse.provider.oauth2.issued;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.gatehouse.directory.UserWire;
import org.gatehouse.model.oauth2.IssuedGrant;
import org.gatehouse.provider.ProviderForms;
import org.gatehouse.type.WireObject;

/** What all kinds of issued things show: the contract's {@code ExpiringBaseGrantModel}. */
@ApplicationScoped
public class IssuedGrantForms {

    @Inject
    private ProviderForms providers;

    @Inject
    private UserWire users;

    @Inject
    private Clock clock;

    /**
     * The forms in the order of the page; a fixed number of queries for all together.
     *
     * @param more the fields that a kind adds
     */
    <E extends IssuedGrant> List<JsonObject> of(List<E> page, Function<E, JsonObject> more) {
        Map<UUID, JsonObject> providerForms = providers.of(page.stream().map(IssuedGrant::getProviderId).distinct().toList());
        Map<Long, JsonObject> userForms = users.full(page.stream().map(IssuedGrant::getUser).distinct().toList());
        return page.stream().map(row -> {
            WireObject form = WireObject.empty()
                    .put("pk", row.getNumPk())
                    .put("provider", providerForms.get(row.getProviderId()))
                    .put("user", userForms.get(row.getUser().getId()))
                    .put("is_expired", !row.getExpires().isAfter(clock.instant()))
                    .put("created", row.getCreated())
                    .put("expires", row.getExpires())
                    .put("scope", scopes(row));
            more.apply(row).forEach(form::put);
            return form.build();
        }).toList();
    }

    private static JsonValue scopes(IssuedGrant row) {
        return row.getGrantData().get("scopes") instanceof JsonArray scopes ? scopes : JsonValue.EMPTY_JSON_ARRAY;
    }
}
