package org.gatehouse.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.Wired;
import org.gatehouse.limit.Attempts;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalCaches caches = new LocalCaches();

    private LoginThrottle at(Duration later) {
        return Wired.with(new LoginThrottle(), caches, Clock.fixed(START.plus(later), ZoneOffset.UTC));
    }

    @Test
    void admitsNoMoreThanTheFreeAttemptsHoweverManyComeAtOnce() {
        LoginThrottle throttle = at(Duration.ZERO);

        long admitted = IntStream.range(0, 500).parallel().filter(i -> throttle.attempt("7", "192.0.2.1")).count();

        assertThat(admitted).isLessThanOrEqualTo(Attempts.FREE);
    }

    @Test
    void waitsTwiceAsLongEachTime() {
        LoginThrottle start = at(Duration.ZERO);
        IntStream.range(0, Attempts.FREE).forEach(i -> assertThat(start.attempt("7", "192.0.2.1")).isTrue());

        assertThat(at(Duration.ofMillis(900)).attempt("7", "192.0.2.1")).isFalse();
        assertThat(at(Duration.ofMillis(1100)).attempt("7", "192.0.2.1")).isTrue();
        assertThat(at(Duration.ofMillis(2200)).attempt("7", "192.0.2.1")).isFalse();
        assertThat(at(Duration.ofMillis(3200)).attempt("7", "192.0.2.1")).isTrue();
    }

    @Test
    void countsAWholeIpv6NetworkAsOneAddress() {
        LoginThrottle throttle = at(Duration.ZERO);

        IntStream.range(0, Attempts.FREE).forEach(i -> throttle.attempt("7", "2001:db8:0:1::" + Integer.toHexString(i)));

        assertThat(throttle.attempt("7", "2001:db8:0:1:ffff::1")).isFalse();
        assertThat(throttle.attempt("7", "2001:db8:0:2::1")).isTrue();
    }

    @Test
    void countsAccountsAndAddressesSeparatelyAndForgetsAfterSuccess() {
        LoginThrottle throttle = at(Duration.ZERO);
        IntStream.range(0, Attempts.FREE).forEach(i -> throttle.attempt("7", "192.0.2.1"));

        assertThat(throttle.attempt("8", "192.0.2.1")).isTrue();
        assertThat(throttle.attempt("7", "192.0.2.2")).isTrue();
        throttle.succeeded("7", "192.0.2.1");
        assertThat(throttle.attempt("7", "192.0.2.1")).isTrue();
    }
}
