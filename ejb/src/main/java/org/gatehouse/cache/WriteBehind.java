package org.gatehouse.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.infinispan.notifications.Listener;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryCreated;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryModified;
import org.infinispan.notifications.cachelistener.annotation.CacheEntryRemoved;
import org.infinispan.notifications.cachelistener.annotation.TopologyChanged;
import org.infinispan.notifications.cachelistener.event.CacheEntryCreatedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryModifiedEvent;
import org.infinispan.notifications.cachelistener.event.CacheEntryRemovedEvent;
import org.infinispan.notifications.cachelistener.event.TopologyChangedEvent;

/**
 * Notes what changes in a cache, the last change of each key, until somebody collects it. In a cluster each change is noted by
 * the node that is the entry's first owner, so that the changes of one entry are noted in their order by one node.
 */
@Listener(primaryOnly = true)
public class WriteBehind {

    /** What lives this short, such as the claim of a step, is over when the nodes are back. */
    private static final Duration NOT_WORTH_KEEPING = Duration.ofSeconds(30);

    /** What a value that need not outlive the nodes has as its first field. */
    public static final String FLEETING = "fleeting";

    private static final String FLEETING_VALUE = "{\"" + FLEETING + "\":true";

    private final String cache;
    private final Clock clock;
    private final Map<String, Change> changes = new ConcurrentHashMap<>();
    private volatile boolean bereft;

    /**
     * The last change of a key.
     *
     * @param value empty when the entry was removed
     */
    record Change(String cache, String key, Optional<String> value, Instant expires) {
    }

    WriteBehind(String cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    @CacheEntryCreated
    public void created(CacheEntryCreatedEvent<String, String> event) {
        if (!event.isPre()) {
            written(event.getKey(), event.getValue(), event.getMetadata().lifespan());
        }
    }

    @CacheEntryModified
    public void modified(CacheEntryModifiedEvent<String, String> event) {
        if (!event.isPre()) {
            rewritten(event.getKey(), event.getOldValue(), event.getNewValue(), event.getMetadata().lifespan());
        }
    }

    @CacheEntryRemoved
    public void removed(CacheEntryRemovedEvent<String, String> event) {
        if (!event.isPre()) {
            removed(event.getKey());
        }
    }

    /** A node has left: what it had not stored yet, another has in memory and now has to store. */
    @TopologyChanged
    public void moved(TopologyChangedEvent<String, String> event) {
        if (!event.isPre() && !event.getWriteConsistentHashAtEnd().getMembers().containsAll(event.getWriteConsistentHashAtStart().getMembers())) {
            bereft = true;
        }
    }

    /** Whether a node has left since this was asked last. */
    boolean takeBereft() {
        boolean was = bereft;
        bereft = false;
        return was;
    }

    /** What has become fleeting must not be found as it was before. */
    void rewritten(String key, String former, String value, long lifespanMillis) {
        if (isFleeting(value) && (former == null || !isFleeting(former))) {
            removed(key);
        } else {
            written(key, value, lifespanMillis);
        }
    }

    private static boolean isFleeting(String value) {
        return value.startsWith(FLEETING_VALUE);
    }

    void written(String key, String value, long lifespanMillis) {
        if (lifespanMillis > NOT_WORTH_KEEPING.toMillis() && !isFleeting(value)) {
            changes.put(key, new Change(cache, key, Optional.of(value), clock.instant().plusMillis(lifespanMillis)));
        }
    }

    /** As {@link #written}, unless the key has changed meanwhile. */
    void held(String key, String value, long lifespanMillis) {
        if (lifespanMillis > NOT_WORTH_KEEPING.toMillis() && !isFleeting(value)) {
            changes.putIfAbsent(key, new Change(cache, key, Optional.of(value), clock.instant().plusMillis(lifespanMillis)));
        }
    }

    void removed(String key) {
        changes.put(key, new Change(cache, key, Optional.empty(), Instant.EPOCH));
    }

    /** Hands over what was noted; what changes from now on is noted anew. */
    List<Change> collect() {
        List<Change> collected = new ArrayList<>();
        changes.forEach((key, change) -> {
            if (changes.remove(key, change)) {
                collected.add(change);
            }
        });
        return collected;
    }

    /** Takes back what could not be stored, unless it was overtaken. */
    void returned(List<Change> unstored) {
        unstored.forEach(change -> changes.putIfAbsent(change.key(), change));
    }
}
