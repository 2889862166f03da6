package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.crypto.Digests;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;

/** Makes tokens and finds out whether a key is good; {@link TokenSecrets} is about the keys of tokens that exist. */
@Stateless
public class Tokens {

    private static final int LONGEST_KEY = 1024;

    @Inject
    private TokenRepository repository;

    @Inject
    private LoginGate gate;

    @Inject
    private TokenKeys keys;

    @Inject
    private Clock clock;

    /** Makes a token with a new random key. */
    public CreatedToken create(NewToken draft) {
        return create(draft, keys.generate());
    }

    /** Makes a token with a key that was chosen outside: at first start, or by a blueprint. */
    public CreatedToken create(NewToken draft, String key) {
        Token token = new Token();
        token.setId(UUID.randomUUID());
        token.setIdentifier(draft.identifier());
        token.setIntent(draft.intent());
        token.setUser(draft.user());
        token.setDescription(draft.description());
        token.setExpiring(draft.lifetime().isPresent());
        token.setExpires(draft.lifetime().map(clock.instant()::plus).orElse(null));
        token.setManaged(draft.managed().orElse(null));
        keys.assign(token, key);
        repository.add(token);
        repository.flush();
        return new CreatedToken(token, key);
    }

    /**
     * The token with this key, if it may be used for this now: it has the intent, has not run out, and the
     * {@link LoginGate} admits its user.
     */
    public Optional<AuthenticatedToken> authenticate(String key, TokenIntent intent) {
        return find(key, intent).flatMap(this::admitted);
    }

    /** Whether the key is one of the user's app passwords and works now. Null stands for a user who does not exist. */
    public boolean verifyAppPassword(User userOrNull, String key) {
        return find(key, TokenIntent.APP_PASSWORD)
                .filter(token -> userOrNull != null && token.getUser().getId().equals(userOrNull.getId()))
                .flatMap(this::admitted)
                .isPresent();
    }

    private Optional<Token> find(String key, TokenIntent intent) {
        if (key == null || key.isEmpty() || key.length() > LONGEST_KEY) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return repository.findByKeyDigest(Digests.sha256(key))
                .filter(token -> token.getIntent() == intent && !token.isExpired(now));
    }

    private Optional<AuthenticatedToken> admitted(Token token) {
        try {
            return Optional.of(new AuthenticatedToken(token, gate.admit(token.getUser().getId())));
        } catch (LoginRefused refused) {
            return Optional.empty();
        }
    }
}
