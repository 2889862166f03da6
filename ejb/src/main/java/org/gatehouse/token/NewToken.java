package org.gatehouse.token;

import java.time.Duration;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.token.TokenIntent;

/**
 * A token to be made.
 *
 * @param identifier unique, at most 255 characters
 * @param lifetime how long it works; empty for always
 * @param managed set when the product or a blueprint owns it
 */
public record NewToken(String identifier, TokenIntent intent, User user, String description, Optional<Duration> lifetime,
        Optional<String> managed) {

    public NewToken(String identifier, TokenIntent intent, User user, String description, Optional<Duration> lifetime) {
        this(identifier, intent, user, description, lifetime, Optional.empty());
    }
}
