package org.gatehouse.provider.oauth2.presented;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Clock;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Provider;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.oauth2.AuthorizationCodeRepository;
import org.gatehouse.model.oauth2.OAuthTokenRepository;
import org.gatehouse.provider.oauth2.device.DeviceRevocations;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/**
 * Revokes at once what applications hold: everything of a user, everything of a client. Codes that were not redeemed yet go as well, and
 * so do devices that were let in and have not come yet.
 * Logins stay; whoever wants these to end too ends them.
 */
@Stateless
public class GlobalRevocation {

    /** The event's action. */
    static final String ACTION = "custom_tokens_revoked";

    @Inject
    private OAuthTokenRepository tokens;

    @Inject
    private AuthorizationCodeRepository codes;

    @Inject
    private DeviceRevocations devices;

    @Inject
    private UserRepository users;

    @Inject
    private ConfiguredObjectRepository objects;

    @Inject
    private Permissions permissions;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /**
     * Revokes every token and code that acts for a user; users may do this for themselves.
     *
     * @param key the user's number
     * @return how many were good
     * @throws ObjectNotFound when there is no such user
     */
    public int revokeUser(Actor actor, String key) {
        Optional<User> user = ObjectKey.number(key).flatMap(users::find);
        permissions.requireSelfOr(actor, user.map(User::getId).orElse(-1L), Permission.change("authentik_core.user"));
        User found = user.orElseThrow(() -> new ObjectNotFound("No User matches the given query."));
        devices.revokeUser(found.getId());
        int revoked = tokens.revokeUser(found.getId()) + codes.redeemAllOfUser(found.getId(), clock.instant());
        note(actor, revoked, "user", found.getUsername());
        return revoked;
    }

    /**
     * Revokes every token and code of a client, whoever it acts for.
     *
     * @param key the provider's number
     * @return how many were good
     * @throws ObjectNotFound when there is no such OAuth2 provider
     */
    public int revokeClient(Actor actor, String key) {
        permissions.require(actor, Permission.change("authentik_providers_oauth2.oauth2provider"), key);
        Provider provider = ObjectKey.number(key).flatMap(objects::findProvider)
                .filter(found -> found.getType().equals("oauth2"))
                .orElseThrow(() -> new ObjectNotFound("No OAuth2Provider matches the given query."));
        devices.revokeProvider(provider.getId());
        int revoked = tokens.revokeProvider(provider.getId()) + codes.redeemAllOfProvider(provider.getId(), clock.instant());
        note(actor, revoked, "provider", provider.getName());
        return revoked;
    }

    private void note(Actor actor, int revoked, String kind, String name) {
        events.recordWithin(EventDraft.of(ACTION, "providers.oauth2", actor).with(kind, name).with("revoked", Json.createValue(revoked)));
    }
}
