package org.gatehouse.policy.eventmatcher;

/**
 * A question about the fields of an event, in the contract's query notation: comparisons joined by {@code and} and {@code or}, with
 * parentheses. A comparison is a path, an operator ({@code =}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code ~} for
 * "contains", {@code !~}, {@code startswith}, {@code endswith}, {@code in}, {@code not in}) and a value: a text in double quotes, a
 * number, {@code True}, {@code False}, {@code None}, or for {@code in} a list of them in parentheses.
 *
 * <p>{@code action = "login" and context.geo.country in ("DE", "AT")}
 */
@FunctionalInterface
interface EventQuery {

    boolean matches(EventFields event);

    /** @throws IllegalArgumentException with a sentence that says where the text stops being a question */
    static EventQuery parse(String text) {
        return new EventQueryParser(text).parse();
    }
}
