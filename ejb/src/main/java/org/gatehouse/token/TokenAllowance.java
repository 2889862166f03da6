package org.gatehouse.token;

import java.time.Duration;

/**
 * How long a token may work that somebody makes for themselves.
 *
 * @param endless whether it may be one that never ends
 * @param longest how long one that ends may work
 */
public record TokenAllowance(boolean endless, Duration longest) {

    /** How long a new one works unless its owner says something else. */
    public Duration usual() {
        Duration month = Duration.ofDays(30);
        return longest.compareTo(month) < 0 ? longest : month;
    }
}
