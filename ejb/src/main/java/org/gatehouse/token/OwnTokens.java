package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectNotFound;

/**
 * The API tokens and app passwords of a person, as the person manages them without any right to manage. Somebody else's token is
 * treated exactly as one that does not exist; links that were mailed are tokens as well, but nobody's to see.
 */
@Stateless
public class OwnTokens {

    /** The intents of the tokens that people make for themselves. */
    public static final Set<TokenIntent> INTENTS = Set.of(TokenIntent.API, TokenIntent.APP_PASSWORD);

    private static final int MANY = 200;
    private static final int LONGEST_DESCRIPTION = 200;

    @Inject
    private TokenRepository repository;

    @Inject
    private Tokens tokens;

    @Inject
    private TokenKeys keys;

    @Inject
    private TokenAllowances allowances;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /**
     * A token to be made.
     *
     * @param identifier chosen by whoever asks, so that asking twice makes one
     * @param description what it is for; a person tells tokens apart by it
     * @param expires when it ends; empty for never
     */
    public record Order(String identifier, TokenIntent intent, String description, Optional<Instant> expires) {
    }

    /** The user's tokens, by description. */
    public List<Token> of(User user) {
        return repository.findOwn(user.getId(), INTENTS);
    }

    /** How long a token may work that the user makes. */
    public TokenAllowance allowance(Actor actor, User user) {
        return allowances.of(actor, user);
    }

    /**
     * Makes a token.
     *
     * @throws org.gatehouse.type.InvalidInput with the problems by field: {@code intent}, {@code description}, {@code expires},
     *         {@code identifier}
     */
    public CreatedToken create(Actor actor, User user, Order order) {
        FieldProblems problems = new FieldProblems();
        check(actor, user, order, problems);
        problems.refuseIfAny();
        Optional<Duration> lifetime = order.expires().map(end -> Duration.between(clock.instant(), end));
        CreatedToken created = tokens.create(new NewToken(order.identifier(), order.intent(), user, order.description().strip(), lifetime));
        events.recordWithin(TokenEvents.about(EventAction.MODEL_CREATED, created.token(), actor));
        return created;
    }

    private void check(Actor actor, User user, Order order, FieldProblems problems) {
        if (!INTENTS.contains(order.intent())) {
            problems.add("intent", "Choose what the token is for.");
        }
        if (order.description().isBlank() || order.description().length() > LONGEST_DESCRIPTION) {
            problems.add("description", "Say in 1 to " + LONGEST_DESCRIPTION + " characters what it is for.");
        }
        checkEnd(allowances.of(actor, user), order.expires(), problems);
        if (repository.findByIdentifier(order.identifier()).isPresent()) {
            problems.add("identifier", "A token with this identifier exists already.");
        }
        if (of(user).size() >= MANY) {
            problems.add(FieldProblems.GENERAL, "You have too many tokens. Delete those you do not use.");
        }
    }

    private void checkEnd(TokenAllowance allowance, Optional<Instant> expires, FieldProblems problems) {
        Instant now = clock.instant();
        if (expires.isEmpty() && !allowance.endless()) {
            problems.add("expires", "The token has to expire.");
        } else if (expires.filter(end -> !end.isAfter(now)).isPresent()) {
            problems.add("expires", "This is in the past.");
        } else if (expires.filter(end -> end.isAfter(now.plus(allowance.longest()))).isPresent()) {
            problems.add("expires", "This is later than your administrator allows.");
        }
    }

    /**
     * Gives a token of the user another key; the former one is dead at once. When it ends stays.
     *
     * @throws ObjectNotFound when the user has no such token
     */
    public CreatedToken rotate(Actor actor, User user, String identifier) {
        Token token = find(user, identifier);
        String key = keys.generate();
        keys.assign(token, key);
        repository.flush();
        events.recordWithin(TokenEvents.about(EventAction.SECRET_ROTATE, token, actor));
        return new CreatedToken(token, key);
    }

    /**
     * Deletes a token of the user.
     *
     * @throws ObjectNotFound when the user has no such token
     */
    public void delete(Actor actor, User user, String identifier) {
        Token token = find(user, identifier);
        repository.remove(token);
        repository.flush();
        events.recordWithin(TokenEvents.about(EventAction.MODEL_DELETED, token, actor));
    }

    private Token find(User user, String identifier) {
        return repository.findByIdentifier(identifier)
                .filter(token -> token.getUser().getId().equals(user.getId()) && INTENTS.contains(token.getIntent()))
                .orElseThrow(() -> new ObjectNotFound("No Token matches the given query."));
    }
}
