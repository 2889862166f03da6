package org.gatehouse.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Immutable values of this node that nearly every request reads: at most so many, the least used go first, and none is kept longer
 * than other nodes' changes may stay unseen. The owner observes {@link org.gatehouse.type.ObjectChanged} after the commit and
 * calls {@link #forget}; a value that was being read meanwhile is not kept, as it may be the old one. What does not exist is never
 * kept, so that made-up keys displace nothing.
 *
 * @param <K> what is asked for; has value equality
 * @param <V> what is kept; never an entity
 */
public final class ReadCache<K, V> {

    private record Kept<V>(V value, Instant read) {
    }

    private final Map<K, Kept<V>> kept;
    private final Duration longest;
    private final Clock clock;
    private long changes;

    /**
     * @param most how many values are kept
     * @param longest how long a value is kept
     */
    public ReadCache(int most, Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The value, from memory or read anew. {@code read} runs outside of any lock, at times in several threads. */
    public Optional<V> get(K key, Function<K, Optional<V>> read) {
        return Optional.ofNullable(getAll(List.of(key), keys -> read.apply(key).map(value -> Map.of(key, value)).orElse(Map.of())).get(key));
    }

    /** The values that exist, by key; {@code read} is asked once, for those that are not in memory. */
    public Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> read) {
        Map<K, V> found = new HashMap<>();
        List<K> missing = new ArrayList<>();
        Instant now = clock.instant();
        long before = collect(keys, now, found, missing);
        if (!missing.isEmpty()) {
            Map<K, V> fresh = read.apply(missing);
            keep(fresh, now, before);
            found.putAll(fresh);
        }
        return found;
    }

    private synchronized long collect(Collection<K> keys, Instant now, Map<K, V> found, List<K> missing) {
        for (K key : keys) {
            Kept<V> value = kept.get(key);
            if (value != null && value.read().plus(longest).isAfter(now)) {
                found.put(key, value.value());
            } else {
                missing.add(key);
            }
        }
        return changes;
    }

    private synchronized void keep(Map<K, V> fresh, Instant read, long before) {
        if (changes == before) {
            fresh.forEach((key, value) -> kept.put(key, new Kept<>(value, read)));
        }
    }

    /** Drops the values whose keys are named, and keeps nothing that is being read right now. */
    public synchronized void forget(Predicate<K> named) {
        changes++;
        kept.keySet().removeIf(named);
    }
}
