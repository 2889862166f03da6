package org.gatehouse.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.gatehouse.fixture.LocalCaches;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.Wired;
import org.junit.jupiter.api.Test;

class RequestQuotaTest {

    private final MovableClock clock = new MovableClock();
    private final RequestQuota quota = Wired.with(new RequestQuota(), new LocalCaches(), clock);

    @Test
    void letsSoManyThroughInAWindow() {
        assertThat(IntStream.range(0, 5).filter(i -> permits("one", "192.0.2.1")).count()).isEqualTo(3);
        assertThat(permits("one", "192.0.2.2")).as("another network").isTrue();
        assertThat(permits("other", "192.0.2.1")).as("another thing").isTrue();
        assertThat(permits("one", null)).as("nobody knows from where").isTrue();

        clock.advance(Duration.ofMinutes(1));

        assertThat(permits("one", "192.0.2.1")).as("another window").isTrue();
    }

    @Test
    void takesANetworkOfIpv6ForOnePlace() {
        IntStream.range(0, 3).forEach(i -> permits("one", "2001:db8::" + i));

        assertThat(permits("one", "2001:db8::ffff")).isFalse();
        assertThat(permits("one", "2001:db8:0:1::1")).isTrue();
    }

    private boolean permits(String what, String from) {
        return quota.permits(what, from, 3, Duration.ofMinutes(1));
    }
}
