package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.model.directory.User;
import org.gatehouse.provider.oauth2.OAuthClient;

/**
 * Since when what users have approved counts no more, for a user or a client: approvals that no device has picked up yet are in no table
 * that a revocation could go through. In the cluster cache {@code single-use}, like the approvals themselves.
 */
@ApplicationScoped
public class DeviceRevocations {

    /** The longest time a device has, as {@link DeviceAuthorizationEndpoint} gives it. */
    static final Duration LONGEST = Duration.ofDays(1);

    private static final String USER = "device-revoked-user:";
    private static final String CLIENT = "device-revoked-client:";

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    /** Everything that this user has approved until now. */
    public void revokeUser(long userId) {
        note(USER + userId);
    }

    /** Everything that was approved for this provider until now. */
    public void revokeProvider(UUID providerId) {
        note(CLIENT + providerId);
    }

    /** Whether an approval was revoked. */
    public boolean include(OAuthClient client, User user, DeviceRequest approved) {
        return isBefore(approved, USER + user.getId()) || isBefore(approved, CLIENT + client.providerId());
    }

    private void note(String key) {
        caches.singleUse().put(key, Long.toString(clock.millis()), LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    }

    private boolean isBefore(DeviceRequest approved, String key) {
        return Optional.ofNullable(caches.singleUse().get(key)).map(Long::valueOf).filter(revoked -> approved.decided() <= revoked).isPresent();
    }
}
