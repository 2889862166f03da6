package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.limit.Attempts;
import org.infinispan.Cache;

/**
 * Slows down guessing: after a few attempts for one account from one address, each further one has to wait twice as long as
 * the one before. Attempts are counted before a password is looked at, and by compare-and-set, so that a thousand sent at once
 * are still a thousand attempts; a refused attempt costs no hash. The counts live in the cluster cache {@code single-use}
 * (several owners: a lost node forgets nothing) and expire by themselves.
 */
@ApplicationScoped
public class LoginThrottle {

    private static final int MOST_RACES = 50;

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    /**
     * Counts an attempt.
     *
     * @param account the user's number, or what was typed when there is no such user
     * @param clientIp the browser's address, or null
     * @return false when it comes too early; then it does not count, and nothing may be checked
     */
    public boolean attempt(String account, String clientIp) {
        Cache<String, String> cache = caches.singleUse();
        String key = keyOf(account, clientIp);
        long remembered = Attempts.REMEMBERED.toMillis();
        for (int race = 0; race < MOST_RACES; race++) {
            long now = clock.millis();
            String known = cache.get(key);
            Attempts before = known == null ? Attempts.none(now) : Attempts.read(known);
            if (before.mustWait(now)) {
                return false;
            }
            String after = before.oneMore(now).write();
            boolean counted = known == null ? cache.putIfAbsent(key, after, remembered, TimeUnit.MILLISECONDS) == null
                    : cache.replace(key, known, after, remembered, TimeUnit.MILLISECONDS);
            if (counted) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the attempts: the right person has come. */
    public void succeeded(String account, String clientIp) {
        caches.singleUse().remove(keyOf(account, clientIp));
    }

    private static String keyOf(String account, String clientIp) {
        return "login-attempts:" + Attempts.key(account, clientIp);
    }
}
