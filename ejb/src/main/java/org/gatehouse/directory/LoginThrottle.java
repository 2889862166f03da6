package org.gatehouse.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.crypto.Digests;
import org.gatehouse.expression.IpNetwork;
import org.infinispan.Cache;

/**
 * Slows down guessing: after a few attempts for one account from one address, each further one has to wait twice as long as
 * the one before. Attempts are counted before a password is looked at, and by compare-and-set, so that a thousand sent at once
 * are still a thousand attempts; a refused attempt costs no hash. The counts live in the cluster cache {@code single-use}
 * (several owners: a lost node forgets nothing) and expire by themselves.
 */
@ApplicationScoped
public class LoginThrottle {

    /** Attempts that need no waiting: people mistype. */
    static final int FREE = 10;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST_RACES = 50;

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    /** Who has tried how often, and when last; stored as {@code count:millis}. */
    private record Attempts(int count, long last) {

        static Attempts read(String text) {
            int colon = text.indexOf(':');
            return new Attempts(Integer.parseInt(text.substring(0, colon)), Long.parseLong(text.substring(colon + 1)));
        }

        String write() {
            return count + ":" + last;
        }

        long waitMillis() {
            int beyond = count - FREE;
            return beyond < 0 ? 0 : Math.min(LONGEST_WAIT.toMillis(), 1000L << Math.min(beyond, 20));
        }
    }

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
        for (int race = 0; race < MOST_RACES; race++) {
            long now = clock.millis();
            String known = cache.get(key);
            Attempts before = known == null ? new Attempts(0, now) : Attempts.read(known);
            if (now < before.last() + before.waitMillis()) {
                return false;
            }
            String after = new Attempts(before.count() + 1, now).write();
            boolean counted = known == null
                    ? cache.putIfAbsent(key, after, REMEMBERED.toMillis(), TimeUnit.MILLISECONDS) == null
                    : cache.replace(key, known, after, REMEMBERED.toMillis(), TimeUnit.MILLISECONDS);
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
        return "login-attempts:" + Digests.sha256(account + "\n" + network(clientIp));
    }

    /** Whoever has one IPv6 address has the whole /64 around it, and could guess from each of them (RFC 6177 section 2). */
    private static String network(String clientIp) {
        return clientIp == null || clientIp.indexOf(':') < 0 ? clientIp : IpNetwork.parse(clientIp).start(64);
    }
}
