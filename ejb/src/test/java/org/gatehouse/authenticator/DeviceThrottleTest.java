package org.gatehouse.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.gatehouse.fixture.DeviceTable;
import org.gatehouse.fixture.MovableClock;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.fixture.Wired;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;
import org.junit.jupiter.api.Test;

class DeviceThrottleTest {

    private final MovableClock clock = new MovableClock();
    private final DeviceTable table = new DeviceTable();
    private final DeviceThrottle throttle = Wired.with(new DeviceThrottle(), clock, table);
    private final AuthenticatorDevice device = table.add(AuthenticatorDevice.of(DeviceClass.TOTP, TestUsers.alice(), "app", clock.instant()));

    @Test
    void doublesTheWaitWithEachFailure() {
        assertThat(IntStream.rangeClosed(0, 5).mapToObj(failures -> DeviceThrottle.delay(failures, 1).toSeconds())).containsExactly(0L, 1L, 2L, 4L, 8L, 16L);
        assertThat(DeviceThrottle.delay(3, 2.5)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void neverWaitsLongerThanAQuarterOfAnHour() {
        assertThat(DeviceThrottle.delay(64, 1)).isEqualTo(Duration.ofMinutes(15));
        assertThat(DeviceThrottle.delay(Integer.MAX_VALUE, Double.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void letsTheFirstAttemptThroughAndTheNextAfterTheWait() {
        assertThat(throttle.attempt(device, 1)).isTrue();
        assertThat(throttle.attempt(device, 1)).isFalse();

        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.attempt(device, 1)).isTrue();

        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.attempt(device, 1)).isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(throttle.attempt(device, 1)).isTrue();
        assertThat(device.getFailureCount()).isEqualTo(3);
    }

    @Test
    void countsNoAttemptThatCameTooEarly() {
        throttle.attempt(device, 1);
        for (int i = 0; i < 100; i++) {
            throttle.attempt(device, 1);
        }

        assertThat(device.getFailureCount()).isOne();
    }

    @Test
    void ofTwoAttemptsAtTheSameMomentOneIsTried() {
        AuthenticatorDevice asAnotherNodeHasReadIt = AuthenticatorDevice.of(DeviceClass.TOTP, TestUsers.alice(), "app", clock.instant());
        Wired.set(asAnotherNodeHasReadIt, "id", device.getId());

        assertThat(throttle.attempt(device, 1)).isTrue();
        assertThat(throttle.attempt(asAnotherNodeHasReadIt, 1)).isFalse();
    }

    @Test
    void neverWaitsWithoutAFactor() {
        for (int i = 0; i < 10; i++) {
            assertThat(throttle.attempt(device, 0)).isTrue();
        }
        assertThat(device.getFailureCount()).isZero();
    }
}
