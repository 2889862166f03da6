package org.gatehouse.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.gatehouse.cache.ClusterCaches;
import org.infinispan.Cache;

/**
 * Slows down guessing the secrets of programs. Unlike {@code org.gatehouse.directory.LoginThrottle} it counts only what has failed:
 * programs come many at once, and while they are right they cost one look into the cache. So as many guesses as run at the same moment
 * may be looked at before the first of them counts; for keys that a machine has made this changes nothing.
 */
@ApplicationScoped
public class FailureThrottle {

    private static final int MOST_RACES = 50;

    @Inject
    private ClusterCaches caches;

    @Inject
    private Clock clock;

    /**
     * Looks at a guess, unless it comes too early after those that failed; nobody can tell the two apart.
     *
     * @param what is guessed, such as {@code oauth2-client} and the client's number
     * @param clientIp where the guess comes from, or null
     * @param check what the guess opens; empty when it is wrong
     */
    public <T> Optional<T> guess(String what, String clientIp, Supplier<Optional<T>> check) {
        Cache<String, String> cache = caches.singleUse();
        String key = "failures:" + Attempts.key(what, clientIp);
        String known = cache.get(key);
        if (known != null && Attempts.read(known).mustWait(clock.millis())) {
            return Optional.empty();
        }
        Optional<T> opened = check.get();
        if (opened.isEmpty()) {
            count(cache, key);
        } else if (known != null) {
            cache.remove(key);
        }
        return opened;
    }

    /** Of failures that come while one has to wait, one counts: they were looked at together. */
    private void count(Cache<String, String> cache, String key) {
        for (int race = 0; race < MOST_RACES; race++) {
            long now = clock.millis();
            String known = cache.get(key);
            Attempts before = known == null ? Attempts.none(now) : Attempts.read(known);
            if (before.mustWait(now) || counted(cache, key, known, before.oneMore(now).write())) {
                return;
            }
        }
    }

    private static boolean counted(Cache<String, String> cache, String key, String known, String after) {
        long remembered = Attempts.REMEMBERED.toMillis();
        return known == null ? cache.putIfAbsent(key, after, remembered, TimeUnit.MILLISECONDS) == null
                : cache.replace(key, known, after, remembered, TimeUnit.MILLISECONDS);
    }
}
