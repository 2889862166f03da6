package org.gatehouse.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;

/**
 * Slows down guessing: after each failed attempt the next has to wait twice as long. Attempts are counted in the device's row
 * before the answer is looked at, so they survive any restart, and of a thousand sent at once one is tried.
 */
@ApplicationScoped
public class DeviceThrottle {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int MOST_DOUBLINGS = 20;

    @Inject
    private AuthenticatorDeviceRepository devices;

    @Inject
    private Clock clock;

    /**
     * Counts an attempt.
     *
     * @param factor the wait after the first failure, in seconds; zero or less: no waiting
     * @return false when it comes too early; then it does not count, and nothing may be checked
     */
    public boolean attempt(AuthenticatorDevice device, double factor) {
        if (factor <= 0) {
            return true;
        }
        Instant now = clock.instant();
        return devices.countAttempt(device.getId(), device.getFailureCount(), now.minus(delay(device.getFailureCount(), factor)), now);
    }

    /** How long to wait after so many failures in a row. */
    static Duration delay(int failures, double factor) {
        if (failures <= 0) {
            return Duration.ZERO;
        }
        double seconds = factor * (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return seconds >= LONGEST_WAIT.toSeconds() ? LONGEST_WAIT : Duration.ofMillis((long) (seconds * 1000));
    }
}
