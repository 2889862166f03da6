package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.GrantLimits;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.Events;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectNotFound;

/** Shows, replaces and renews the keys of tokens. Whatever is done leaves an event. */
@Stateless
public class TokenSecrets {

    @Inject
    private TokenRepository repository;

    @Inject
    private TokenKeys keys;

    @Inject
    private Permissions permissions;

    @Inject
    private GrantLimits limits;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    /**
     * Shows the key again.
     *
     * @throws ObjectNotFound when no token has this identifier
     * @throws org.gatehouse.access.AccessDenied when it is somebody else's and the actor is no administrator
     */
    public String view(Actor actor, String identifier) {
        Optional<Token> found = repository.findByIdentifier(identifier);
        // Whoever manages nothing is told the same about a token of somebody else and one that does not exist.
        if (found.filter(token -> actor.is(token.getUser())).isEmpty()) {
            permissions.require(actor, SpecialPermission.VIEW_TOKEN_KEY, identifier);
        }
        Token token = found.orElseThrow(TokenSecrets::unknown);
        limits.requireAccount(actor, token.getUser().getId());
        events.recordWithin(TokenEvents.about(EventAction.SECRET_VIEW, token, actor));
        return keys.open(token);
    }

    /**
     * Replaces the key by one that an administrator chose.
     *
     * @throws ObjectNotFound when no token has this identifier
     * @throws org.gatehouse.access.AccessDenied when the actor is no administrator
     * @throws org.gatehouse.type.InvalidInput when the text cannot be a key, or is another token's
     */
    public void set(Actor actor, String identifier, String key) {
        permissions.require(actor, SpecialPermission.SET_TOKEN_KEY, identifier);
        Token token = find(identifier);
        limits.requireAccount(actor, token.getUser().getId());
        FieldProblems problems = new FieldProblems();
        keys.assign(token, key, problems);
        problems.refuseIfAny();
        repository.flush();
        events.recordWithin(TokenEvents.about(EventAction.SECRET_ROTATE, token, actor));
    }

    /** Gives an expired token a new key for another lifetime, if it still exists and is still expired. */
    public void renewExpired(UUID tokenId, Actor actor) {
        Instant now = clock.instant();
        repository.find(tokenId).filter(token -> token.isExpired(now)).ifPresent(token -> {
            keys.assign(token, keys.generate());
            token.setExpires(now.plus(settings.current().defaultTokenDuration().duration()));
            repository.flush();
            events.recordWithin(TokenEvents.about(EventAction.SECRET_ROTATE, token, actor));
        });
    }

    private Token find(String identifier) {
        return repository.findByIdentifier(identifier).orElseThrow(TokenSecrets::unknown);
    }

    private static ObjectNotFound unknown() {
        return new ObjectNotFound("No Token matches the given query.");
    }
}
