package org.gatehouse.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.gatehouse.authenticator.BrowserMemory.Keepsake;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.directory.AccountLocked;
import org.gatehouse.directory.PasswordChanged;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceMemory;
import org.gatehouse.model.authenticator.DeviceMemoryRepository;

/**
 * Knows which browser has proved itself with which device a short while ago, so that it need not do so at every login. Bound to
 * the browser by a key that is new after every proof (a planted one is worth nothing), and to the device: who deletes that, ends it.
 * A changed password and a lockdown end it as well.
 */
@ApplicationScoped
public class RecentProofs {

    @Inject
    private DeviceMemoryRepository memories;

    @Inject
    private BrowserMemory browser;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /** The device among these with which this browser has proved itself within the span, if there is one. */
    public Optional<AuthenticatorDevice> find(List<AuthenticatorDevice> devices, Duration span) {
        if (span.isZero() || devices.isEmpty() || browser.brought().isEmpty()) {
            return Optional.empty();
        }
        Instant earliest = clock.instant().minus(span);
        List<DeviceMemory> known = memories.findSince(digest(browser.brought().get()), earliest);
        return devices.stream().filter(device -> known.stream().anyMatch(memory -> memory.getDeviceId().equals(device.getId()))).findFirst();
    }

    /** Remembers that this browser has proved itself with the device; for nothing when the span is zero. */
    public void remember(AuthenticatorDevice device, Duration span) {
        if (span.isZero()) {
            return;
        }
        String key = keys.urlSafe();
        Instant now = clock.instant();
        browser.brought().ifPresent(old -> memories.move(digest(old), digest(key), device.getId()));
        memories.add(DeviceMemory.of(digest(key), device.getId(), now, now.plus(span)));
        browser.give(new Keepsake(key, span));
    }

    /** Who proved themselves beside a password that is gone has to do so again: it may not have been the user. */
    void forget(@Observes PasswordChanged change) {
        memories.forgetUser(change.userId());
    }

    void forget(@Observes AccountLocked lockdown) {
        memories.forgetUser(lockdown.userId());
    }

    private static String digest(String key) {
        return Digests.sha256("gatehouse device memory\n" + key);
    }
}
