package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectNotFound;
import org.gatehouse.type.WireObject;

/** Shows and replaces the keys of tokens. Both leave an event that names the token and never its key. */
@Stateless
public class TokenSecrets {

    @Inject
    private TokenRepository tokens;

    @Inject
    private TokenKeys keys;

    @Inject
    private Permissions permissions;

    @Inject
    private Events events;

    /**
     * The key, for its owner or a superuser.
     *
     * @throws ObjectNotFound when there is no such token
     */
    public String view(Actor actor, String identifier) {
        Token token = find(identifier);
        permissions.requireSelfOrManage(actor, token.getUser().getId());
        record(EventAction.SECRET_VIEW, actor, token);
        return keys.reveal(token);
    }

    /**
     * Replaces the key by one that the caller chose.
     *
     * @throws org.gatehouse.type.InvalidInput when the text cannot be a key
     */
    public void set(Actor actor, String identifier, String key) {
        permissions.requireManage(actor);
        Token token = find(identifier);
        FieldProblems problems = new FieldProblems();
        keys.assign(token, key, problems);
        problems.refuseIfAny();
        record(EventAction.SECRET_ROTATE, actor, token);
    }

    private Token find(String identifier) {
        return tokens.findByIdentifier(identifier).orElseThrow(() -> new ObjectNotFound("No Token matches the given query."));
    }

    private void record(String action, Actor actor, Token token) {
        events.record(EventDraft.of(action, "core", actor).with("secret", WireObject.empty()
                .put("app", "authentik_core").put("model_name", "token").put("pk", token.getId()).put("name", token.getIdentifier()).build()));
    }
}
