package org.gatehouse.token;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permissions;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.session.LoginGate;
import org.gatehouse.session.LoginRefused;

/** Makes, finds, shows, renews and revokes tokens. */
@Stateless
public class Tokens {

    /** 60 letters and digits carry 357 bits. */
    private static final int KEY_LENGTH = 60;
    private static final int LONGEST_KEY = 1024;

    @Inject
    private TokenRepository repository;

    @Inject
    private LoginGate gate;

    @Inject
    private Permissions permissions;

    @Inject
    private RandomKeys keys;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** How long a renewed API token works, in hours. */
    @Inject
    @ConfigProperty(name = "gatehouse.token.lifetime-hours", defaultValue = "24")
    private long lifetimeHours;

    /** Makes a token with a new random key. */
    public CreatedToken create(NewToken draft) {
        return create(draft, keys.alphanumeric(KEY_LENGTH));
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
        setKey(token, key);
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

    /**
     * Shows the key again and leaves an event.
     *
     * @throws org.gatehouse.access.AccessDenied when it is somebody else's and the actor is no administrator
     */
    public String viewKey(Token token, Actor actor) {
        permissions.requireSelfOrManage(actor, token.getUser().getId());
        events.record(about(EventAction.SECRET_VIEW, token, actor));
        return cipher.open(token.getKeySealed());
    }

    /**
     * Gives the token the key that an administrator chose and leaves an event.
     *
     * @throws org.gatehouse.access.AccessDenied when the actor is no administrator
     */
    public void setKey(UUID tokenId, String key, Actor actor) {
        permissions.requireManage(actor);
        Token token = repository.get(tokenId);
        setKey(token, key);
        repository.flush();
        events.record(about(EventAction.SECRET_ROTATE, token, actor));
    }

    /** Gives an expired token a new key for another lifetime, if it still exists and is still expired. */
    public void renewExpired(UUID tokenId, Actor actor) {
        Instant now = clock.instant();
        repository.find(tokenId).filter(token -> token.isExpired(now)).ifPresent(token -> {
            setKey(token, keys.alphanumeric(KEY_LENGTH));
            token.setExpires(now.plus(Duration.ofHours(lifetimeHours)));
            repository.flush();
            events.record(about(EventAction.SECRET_ROTATE, token, actor));
        });
    }

    private void setKey(Token token, String key) {
        token.setKeyDigest(Digests.sha256(key));
        token.setKeySealed(cipher.seal(key));
    }

    private static EventDraft about(String action, Token token, Actor actor) {
        return EventDraft.of(action, "token", actor)
                .with("secret", token.getIdentifier())
                .with("token_user", token.getUser().getUsername());
    }
}
