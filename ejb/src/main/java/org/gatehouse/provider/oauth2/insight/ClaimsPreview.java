package org.gatehouse.provider.oauth2.insight;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.expression.ExpressionFailed;
import org.gatehouse.expression.ExpressionValues;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.provider.oauth2.ConfiguredScope;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.OAuthClients;
import org.gatehouse.provider.oauth2.claims.ClaimsAssembler;
import org.gatehouse.provider.oauth2.token.Subjects;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** What a client would be told about a user if it asked for every scope it has. */
@Stateless
public class ClaimsPreview {

    @Inject
    private Permissions permissions;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private UserRepository users;

    @Inject
    private OAuthClients clients;

    private static final String MODEL = "authentik_providers_oauth2.oauth2provider";

    @Inject
    private ClaimsAssembler claims;

    @Inject
    private Subjects subjects;

    @Inject
    private Clock clock;

    /**
     * The claims of the user.
     *
     * @param forUser the user's number; empty for the actor
     * @throws ObjectNotFound when there is no such OAuth2 provider
     * @throws InvalidInput when there is no such user, or a mapping fails, with what is wrong
     */
    public JsonObject of(Actor actor, String key, Optional<String> forUser) {
        permissions.require(actor, Permission.view(MODEL), key);
        if (forUser.filter(text -> !text.isEmpty()).isPresent()) {
            permissions.require(actor, SpecialPermission.PREVIEW_USER, forUser.get());
        }
        Provider provider = ObjectKey.number(key).flatMap(objects::findProvider).filter(found -> found.getType().equals("oauth2"))
                .orElseThrow(() -> new ObjectNotFound("No OAuth2Provider matches the given query."));
        OAuthClient client = clients.describe(provider);
        User user = forUser.filter(text -> !text.isEmpty()).map(ObjectKey::number).orElse(Optional.ofNullable(actor.userId()))
                .flatMap(users::find).orElseThrow(() -> new InvalidInput("for_user", "User not found."));
        try {
            return ExpressionValues.json(preview(client, user)).asJsonObject();
        } catch (ExpressionFailed failed) {
            throw new InvalidInput("property_mappings", failed.getMessage());
        }
    }

    private Map<String, Object> preview(OAuthClient client, User user) {
        List<String> scopes = client.scopes().stream().map(ConfiguredScope::name).distinct().toList();
        Instant now = clock.instant();
        Map<String, Object> preview = new LinkedHashMap<>();
        preview.put("sub", subjects.of(client, user));
        preview.put("aud", client.clientId());
        preview.put("iat", now.getEpochSecond());
        preview.put("exp", now.plus(client.settings().accessTokenValidity().duration()).getEpochSecond());
        preview.putAll(claims.claims(client, user, scopes));
        return preview;
    }
}
