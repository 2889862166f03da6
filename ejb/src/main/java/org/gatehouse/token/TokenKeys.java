package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.token.Token;
import org.gatehouse.model.token.TokenRepository;
import org.gatehouse.setting.Settings;
import org.gatehouse.type.FieldProblems;

/** Makes, checks and assigns the keys of tokens: the one place that knows what a key looks like and how it is kept. */
@ApplicationScoped
public class TokenKeys {

    /** Shorter keys could be guessed. */
    private static final int MIN_LENGTH = 22;

    private static final int MAX_LENGTH = 512;

    @Inject
    private RandomKeys random;

    @Inject
    private Settings settings;

    @Inject
    private SecretCipher cipher;

    @Inject
    private TokenRepository tokens;

    /** A new, unguessable key, as long as the settings say: 60 letters and digits, which is usual, carry 357 bits. */
    public String generate() {
        return random.alphanumeric(settings.current().defaultTokenLength());
    }

    /** Gives the token this key; the former one is dead at once. Adds a problem when the text cannot be a key or is taken. */
    public void assign(Token token, String key, FieldProblems problems) {
        check(key, problems);
        String digest = Digests.sha256(key);
        tokens.findByKeyDigest(digest).filter(other -> !other.getId().equals(token.getId()))
                .ifPresent(other -> problems.add("key", "This key cannot be used."));
        assign(token, key);
    }

    /** Gives the token a key that was made here, or that the operator chose. */
    void assign(Token token, String key) {
        token.setKeyDigest(Digests.sha256(key));
        token.setKeySealed(cipher.seal(key));
    }

    /** The token's key, from its sealed copy. */
    String open(Token token) {
        return cipher.open(token.getKeySealed());
    }

    static void check(String key, FieldProblems problems) {
        if (key.length() < MIN_LENGTH || key.length() > MAX_LENGTH) {
            problems.add("key", "A key has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters.");
        } else if (!key.chars().allMatch(character -> character > ' ' && character < 127)) {
            problems.add("key", "A key consists of visible ASCII characters.");
        }
    }
}
