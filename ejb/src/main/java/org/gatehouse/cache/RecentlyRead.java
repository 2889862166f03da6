package org.gatehouse.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What this node has read of the configuration a moment ago, as immutable values: kept for half a minute at most, as another node
 * may change it, and on the node that changes something until that change commits ({@link #forget}). What was being read while
 * something changed is given to whoever asked, and not kept.
 *
 * @param <K> the key
 * @param <V> an immutable value
 */
public final class RecentlyRead<K, V> {

    /** How long another node's change may go unnoticed. */
    public static final Duration LONGEST_KEPT = Duration.ofSeconds(30);

    private final Clock clock;
    private final Map<K, Kept<V>> kept;
    private long changes;

    private record Kept<V>(V value, Instant read) {
    }

    /** @param most how many values are kept; the one not asked for the longest goes first */
    public RecentlyRead(Clock clock, int most) {
        this.clock = clock;
        this.kept = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    /** The value of the key; empty when reading finds none, which is not remembered. */
    public Optional<V> get(K key, Function<K, Optional<V>> read) {
        return Optional.ofNullable(getAll(List.of(key), keys -> read.apply(key).map(value -> Map.of(key, value)).orElse(Map.of())).get(key));
    }

    /** The values of the keys; those that are not known are read together. */
    public Map<K, V> getAll(Collection<K> keys, Function<Collection<K>, Map<K, V>> read) {
        Map<K, V> found = new LinkedHashMap<>();
        List<K> missing = new ArrayList<>();
        Instant now = clock.instant();
        long before = find(keys, now, found, missing);
        if (!missing.isEmpty()) {
            Map<K, V> fresh = read.apply(missing);
            keep(fresh, now, before);
            found.putAll(fresh);
        }
        return found;
    }

    private synchronized long find(Collection<K> keys, Instant now, Map<K, V> found, List<K> missing) {
        for (K key : keys) {
            Kept<V> known = kept.get(key);
            if (known != null && known.read().plus(LONGEST_KEPT).isAfter(now)) {
                found.put(key, known.value());
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

    /** How many values are kept. */
    public synchronized int size() {
        return kept.size();
    }

    /** Something has changed: everything is read anew. */
    public synchronized void forget() {
        changes++;
        kept.clear();
    }
}
