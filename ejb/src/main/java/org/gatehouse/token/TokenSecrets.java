package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.gatehouse.access.Actor;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectNotFound;

/** Shows and replaces the key of a token that is named by its identifier. */
@Stateless
public class TokenSecrets {

    @Inject
    private TokenRepository repository;

    @Inject
    private Tokens tokens;

    /**
     * The key, for its owner or a superuser.
     *
     * @throws ObjectNotFound when there is no such token
     */
    public String view(Actor actor, String identifier) {
        return tokens.viewKey(find(identifier), actor);
    }

    /**
     * Replaces the key by one that the caller chose.
     *
     * @throws org.gatehouse.type.InvalidInput when the text cannot be a key
     */
    public void set(Actor actor, String identifier, String key) {
        FieldProblems problems = new FieldProblems();
        TokenKeys.check(key, problems);
        problems.refuseIfAny();
        tokens.setKey(find(identifier).getId(), key, actor);
    }

    private Token find(String identifier) {
        return repository.findByIdentifier(identifier).orElseThrow(() -> new ObjectNotFound("No Token matches the given query."));
    }
}
