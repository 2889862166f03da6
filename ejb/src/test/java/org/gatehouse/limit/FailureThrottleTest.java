package org.gatehouse.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.junit.jupiter.api.Test;

class FailureThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final LocalCaches caches = new LocalCaches();
    private final FailureThrottle throttle = Wired.with(new FailureThrottle(), caches, clock);
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void costsNothingWhileGuessesAreRight() {
        IntStream.range(0, 1000).forEach(i -> assertThat(right("app", "192.0.2.1")).isTrue());

        assertThat(caches.singleUse().size()).isZero();
    }

    @Test
    void looksAtNothingWhileOneHasToWait() {
        fail("app", "192.0.2.1", Attempts.FREE);
        int before = looks.get();

        assertThat(right("app", "192.0.2.1")).isFalse();
        assertThat(looks).hasValue(before);
    }

    @Test
    void waitsTwiceAsLongEachTimeAndAQuarterOfAnHourAtMost() {
        fail("app", "192.0.2.1", Attempts.FREE);
        clock.advance(Duration.ofSeconds(1));
        fail("app", "192.0.2.1", 1);
        clock.advance(Duration.ofMillis(1900));
        assertThat(right("app", "192.0.2.1")).isFalse();
        clock.advance(Duration.ofMillis(100));
        IntStream.range(0, 50).forEach(i -> {
            fail("app", "192.0.2.1", 1);
            clock.advance(Duration.ofMinutes(15));
        });

        assertThat(right("app", "192.0.2.1")).isTrue();
    }

    @Test
    void guessesThatAreLookedAtTogetherDoNotAddUp() {
        IntStream.range(0, 500).parallel().forEach(i -> throttle.guess("app", "192.0.2.1", Optional::empty));

        clock.advance(Duration.ofSeconds(1));

        assertThat(right("app", "192.0.2.1")).isTrue();
    }

    @Test
    void forgetsFailuresOnceSomebodyIsRight() {
        fail("app", "192.0.2.1", Attempts.FREE - 1);
        assertThat(right("app", "192.0.2.1")).isTrue();
        fail("app", "192.0.2.1", Attempts.FREE - 1);

        assertThat(right("app", "192.0.2.1")).isTrue();
    }

    @Test
    void countsSecretsAndNetworksSeparatelyButAWholeIpv6NetworkAsOne() {
        fail("app", "2001:db8:0:1::1", Attempts.FREE);

        assertThat(right("app", "2001:db8:0:1:ffff::1")).isFalse();
        assertThat(right("app", "2001:db8:0:2::1")).isTrue();
        assertThat(right("other", "2001:db8:0:1::1")).isTrue();
        assertThat(right("app", null)).isTrue();
    }

    private void fail(String what, String clientIp, int times) {
        IntStream.range(0, times).forEach(i -> assertThat(throttle.guess(what, clientIp, () -> {
            looks.incrementAndGet();
            return Optional.empty();
        })).isEmpty());
    }

    private boolean right(String what, String clientIp) {
        return throttle.guess(what, clientIp, () -> {
            looks.incrementAndGet();
            return Optional.of("opened");
        }).isPresent();
    }
}
