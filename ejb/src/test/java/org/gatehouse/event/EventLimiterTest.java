package org.gatehouse.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.fixture.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventLimiterTest {

    private final MovableClock clock = new MovableClock();
    private final EventLimiter limiter = new EventLimiter(clock, 3);

    @Test
    void admitsSoManyOfAnAddressAndReportsTheRestOnce() {
        assertThat(admitted(EventAction.LOGIN_FAILED, "192.0.2.1", 10)).isEqualTo(3);
        assertThat(admitted(EventAction.LOGIN_FAILED, "192.0.2.2", 2)).isEqualTo(2);
        assertThat(limiter.takeOmitted()).isEmpty();

        clock.advance(Duration.ofMinutes(1));

        assertThat(limiter.takeOmitted()).containsExactly(new EventLimiter.Omitted(EventAction.LOGIN_FAILED, "192.0.2.1", 7));
        assertThat(limiter.takeOmitted()).isEmpty();
        assertThat(admitted(EventAction.LOGIN_FAILED, "192.0.2.1", 10)).isEqualTo(3);
    }

    @Test
    void countsEachActionByItself() {
        assertThat(admitted(EventAction.LOGIN_FAILED, "192.0.2.1", 3)).isEqualTo(3);
        assertThat(admitted(EventAction.SUSPICIOUS_REQUEST, "192.0.2.1", 4)).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {EventAction.POLICY_EXCEPTION, EventAction.PROPERTY_MAPPING_EXCEPTION, EventAction.CONFIGURATION_ERROR})
    void limitsWhatStrangersCanMakeBreak(String action) {
        assertThat(admitted(action, "192.0.2.1", 50)).isEqualTo(3);
    }

    @Test
    void limitsNothingThatStrangersCannotCause() {
        assertThat(admitted(EventAction.LOGIN, "192.0.2.1", 50)).isEqualTo(50);
        assertThat(admitted(EventAction.LOGIN_FAILED, null, 50)).isEqualTo(50);
    }

    @Test
    void soManyAddressesThatTheyCannotBeCountedShareALimit() {
        for (int i = 0; i < 10_000; i++) {
            limiter.admits(EventAction.LOGIN_FAILED, "10.0." + i / 256 + "." + i % 256);
        }
        int admitted = 0;
        for (int i = 0; i < 100; i++) {
            admitted += limiter.admits(EventAction.LOGIN_FAILED, "10.99.0." + i) ? 1 : 0;
        }
        assertThat(admitted).isEqualTo(3);
        clock.advance(Duration.ofMinutes(1));
        assertThat(limiter.takeOmitted()).containsExactly(new EventLimiter.Omitted(EventAction.LOGIN_FAILED, EventLimiter.MANY_ADDRESSES, 97));
    }

    private int admitted(String action, String ip, int times) {
        int admitted = 0;
        for (int i = 0; i < times; i++) {
            admitted += limiter.admits(action, ip) ? 1 : 0;
        }
        return admitted;
    }
}
