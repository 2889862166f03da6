package org.gatehouse.policy.eventmatcher;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** How a comparison of an {@link EventQuery} compares. A field that is not there, or of another kind, is never more or less than anything. */
enum EventOperator {
    EQUAL("=", Objects::equals),
    DIFFERENT("!=", (field, value) -> !Objects.equals(field, value)),
    LESS("<", ordered(order -> order < 0)),
    LESS_OR_EQUAL("<=", ordered(order -> order <= 0)),
    GREATER(">", ordered(order -> order > 0)),
    GREATER_OR_EQUAL(">=", ordered(order -> order >= 0)),
    CONTAINS("~", EventOperator::contains),
    LACKS("!~", (field, value) -> !contains(field, value)),
    STARTS_WITH("startswith", (field, value) -> field instanceof String text && value instanceof String start && text.startsWith(start)),
    ENDS_WITH("endswith", (field, value) -> field instanceof String text && value instanceof String end && text.endsWith(end));

    private final String sign;
    private final BiPredicate<Object, Object> test;

    EventOperator(String sign, BiPredicate<Object, Object> test) {
        this.sign = sign;
        this.test = test;
    }

    static Optional<EventOperator> find(String sign) {
        return Stream.of(values()).filter(operator -> operator.sign.equals(sign)).findFirst();
    }

    boolean holds(Object field, Object value) {
        return test.test(field, value);
    }

    /** Texts compare as texts, which puts moments in ISO 8601 in their order. */
    private static BiPredicate<Object, Object> ordered(IntPredicate wanted) {
        return (field, value) -> {
            if (field instanceof Double left && value instanceof Double right) {
                return wanted.test(left.compareTo(right));
            }
            return field instanceof String left && value instanceof String right && wanted.test(left.compareTo(right));
        };
    }

    private static boolean contains(Object field, Object value) {
        return field instanceof String text && value instanceof String part
                && text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }
}
