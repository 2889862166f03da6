package org.gatehouse.token;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.model.directory.Group;
import org.gatehouse.model.directory.GroupRepository;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.TimeSpan;

/**
 * Reads from the attributes of user and groups how long their tokens may work: {@code goauthentik.io/user/token-expires} and
 * {@code goauthentik.io/user/token-maximum-lifetime}. What the user has counts before the groups; of several groups, the shortest.
 */
@ApplicationScoped
public class TokenAllowances {

    private static final String EXPIRES = "goauthentik.io/user/token-expires";
    private static final String LONGEST = "goauthentik.io/user/token-maximum-lifetime";
    private static final Duration UNLESS_SAID = Duration.ofDays(366);

    @Inject
    private GroupRepository groups;

    /** What the user may do about the user's own tokens. A superuser's always end: one that is found would be worth too much. */
    public TokenAllowance of(Actor actor, User user) {
        boolean endless = !actor.superuser() && user.getAttributes().get(EXPIRES) == JsonValue.FALSE;
        Duration longest = lifetime(user.getAttributes())
                .or(() -> groups.findEffective(user.getId()).stream().map(Group::getAttributes).map(TokenAllowances::lifetime)
                        .flatMap(Optional::stream).min(Duration::compareTo))
                .orElse(UNLESS_SAID);
        return new TokenAllowance(endless, longest);
    }

    /** A text in another notation counts as none said: the administrator's mistake must not make tokens endless. */
    private static Optional<Duration> lifetime(JsonObject attributes) {
        return Stream.ofNullable(attributes.get(LONGEST)).filter(JsonString.class::isInstance).map(text -> ((JsonString) text).getString())
                .map(TokenAllowances::parsed).flatMap(Optional::stream).filter(span -> !span.isZero()).findFirst();
    }

    private static Optional<Duration> parsed(String text) {
        try {
            return Optional.of(new TimeSpan(text).duration());
        } catch (IllegalArgumentException otherNotation) {
            return Optional.empty();
        }
    }
}
