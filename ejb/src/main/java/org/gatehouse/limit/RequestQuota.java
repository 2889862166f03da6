package org.gatehouse.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;
import org.infinispan.Cache;

/** Bounds how often strangers may do what costs something, whether they succeed or not. Counted in the cluster cache {@code single-use}. */
@ApplicationScoped
public class RequestQuota {

    private static final int MOST_RACES = 50;

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    /**
     * Counts one more, if there were fewer than {@code most} in this window of time. Where so many come at once that it cannot be counted,
     * there are too many.
     *
     * @param what is done
     * @param clientIp from where, or null; all addresses of an IPv6 network are one
     */
    public boolean permits(String what, String clientIp, int most, Duration window) {
        long number = clock.millis() / window.toMillis();
        String key = "quota:" + Attempts.key(what + "\n" + number, clientIp);
        for (int race = 0; race < MOST_RACES; race++) {
            String known = caches.singleUse().get(key);
            int count = known == null ? 0 : Integer.parseInt(known);
            if (count >= most) {
                return false;
            }
            if (counted(caches.singleUse(), key, known, count + 1, window)) {
                return true;
            }
        }
        return false;
    }

    private static boolean counted(Cache<String, String> cache, String key, String known, int count, Duration window) {
        String after = Integer.toString(count);
        return known == null ? cache.putIfAbsent(key, after, window.toMillis(), TimeUnit.MILLISECONDS) == null
                : cache.replace(key, known, after, window.toMillis(), TimeUnit.MILLISECONDS);
    }
}
