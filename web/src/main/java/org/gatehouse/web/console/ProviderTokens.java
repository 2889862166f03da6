package org.gatehouse.web.console;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectNotFound;

/** The latest tokens of the provider on the editor's page, which an administrator can revoke. */
@Named("providerTokens")
@ViewScoped
public class ProviderTokens implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 20;
    private static final Map<String, String> MODELS = Map.of("access", "authentik_providers_oauth2.accesstoken",
            "refresh", "authentik_providers_oauth2.refreshtoken");

    @Inject
    private ConsoleObjects objects;

    private boolean revoked;

    /**
     * A token.
     *
     * @param kind {@code access} or {@code refresh}
     * @param expires ISO 8601
     */
    public record Row(String key, String kind, String user, String scopes, String created, String expires, boolean usable) {
    }

    /** The newest of both kinds, newest first. */
    public List<Row> rows(String provider) {
        List<Row> rows = new ArrayList<>();
        List.of("access", "refresh").forEach(kind -> {
            ModelQuery query = new ModelQuery("", Map.of("provider", List.of(provider)), "", 1, MOST);
            ModelPage page = objects.list(objects.model(MODELS.get(kind)), query);
            page.rows().forEach(wire -> rows.add(row(kind, wire)));
        });
        return rows.stream().sorted((one, other) -> other.created().compareTo(one.created())).limit(MOST).toList();
    }

    private static Row row(String kind, JsonObject wire) {
        String scopes = String.join(" ", wire.getJsonArray("scope").getValuesAs(JsonString::getString));
        return new Row(Cell.text(wire.get("pk")), kind, Cell.text(Cell.at(wire, "user.username")), scopes, wire.getString("created"),
                wire.getString("expires"), !wire.getBoolean("revoked") && !wire.getBoolean("is_expired"));
    }

    /** Revokes a token with its family. One that is gone already is as good as revoked. */
    public void revoke(String kind, String key) {
        try {
            objects.managed().delete(objects.actor(), objects.model(MODELS.get(kind)), key);
        } catch (ObjectNotFound gone) {
            // Somebody else was faster.
        }
        revoked = true;
    }

    public boolean isRevoked() {
        return revoked;
    }
}
