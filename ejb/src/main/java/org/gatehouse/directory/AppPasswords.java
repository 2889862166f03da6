package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.gatehouse.model.directory.User;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.token.TokenIntent;
import org.gatehouse.token.CreatedToken;
import org.gatehouse.token.NewToken;
import org.gatehouse.token.Tokens;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.Moments;

/** Makes the first app password of a service account. */
@ApplicationScoped
class AppPasswords {

    /** How long one works when nobody says. */
    private static final Duration DEFAULT_LIFETIME = Duration.ofDays(360);

    @Inject
    private UserRepository users;

    @Inject
    private Tokens tokens;

    @Inject
    private Clock clock;

    /**
     * How long the password is to work; empty for always.
     *
     * @param expires ISO 8601, or null for the default
     * @throws org.gatehouse.type.InvalidInput when {@code expires} is no moment
     */
    Optional<Duration> lifetime(boolean expiring, String expires) {
        if (!expiring) {
            return Optional.empty();
        }
        FieldProblems problems = new FieldProblems();
        Optional<Instant> end = Moments.read("expires", expires, problems);
        problems.refuseIfAny();
        return Optional.of(end.map(moment -> Duration.between(clock.instant(), moment)).orElse(DEFAULT_LIFETIME));
    }

    /** The password of the account with this number, which exists. */
    CreatedToken create(long userId, Optional<Duration> lifetime) {
        User user = users.get(userId);
        return tokens.create(new NewToken(identifier(user), TokenIntent.APP_PASSWORD, user, "", lifetime));
    }

    private static String identifier(User user) {
        return "service-account-" + user.getUsername().replaceAll("[^-a-zA-Z0-9_]+", "-") + "-password-" + user.getId();
    }
}
