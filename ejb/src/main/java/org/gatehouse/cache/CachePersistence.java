package org.gatehouse.cache;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.infinispan.Cache;
import org.infinispan.container.entries.CacheEntry;
import org.infinispan.context.Flag;

/**
 * Lets half-finished flows, lockout counters and the marks of what was used outlive a restart of all nodes. What changes in the
 * caches is written to the database a moment later, in one batch, so that no request waits for it; a node that is the first of its
 * cluster reads it back before it is ready. A node that joins others gets everything from them.
 *
 * <p>A node that dies loses what changed in the moment before; the cluster's other owners still have it, and store it then.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class CachePersistence {

    private static final Logger LOG = Logger.getLogger(CachePersistence.class.getName());

    /** Long enough that a flow which is through in a moment is never written at all. */
    private static final long DELAY_MILLIS = 500;

    /** Changes in one transaction. */
    private static final int MOST_AT_ONCE = 1_000;

    @Inject
    private ClusterCaches caches;

    @Inject
    private KeptCaches kept;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final Map<Cache<String, String>, WriteBehind> writers = new LinkedHashMap<>();
    private ScheduledFuture<?> writing;

    @PostConstruct
    void open() {
        open("flow-plans", caches.flowPlans());
        open("single-use", caches.singleUse());
        writing = executor.scheduleWithFixedDelay(this::write, DELAY_MILLIS, DELAY_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void open(String name, Cache<String, String> cache) {
        if (isFirst(cache)) {
            restore(name, cache);
        }
        WriteBehind writer = new WriteBehind(name, clock);
        cache.addListener(writer);
        writers.put(cache, writer);
    }

    private void restore(String name, Cache<String, String> cache) {
        try {
            int restored = kept.restore(name, cache);
            LOG.info(() -> restored + " entries of the cache " + name + " were restored.");
        } catch (RuntimeException unread) {
            LOG.log(Level.WARNING, "The cache " + name + " starts empty: people who were logging in have to begin again.", unread);
        }
    }

    private static boolean isFirst(Cache<String, String> cache) {
        List<?> members = cache.getCacheManager().getMembers();
        return members == null || members.size() <= 1;
    }

    @PreDestroy
    void close() {
        if (writing != null) {
            writing.cancel(false);
        }
        writers.forEach((cache, writer) -> cache.removeListener(writer));
        write();
    }

    private synchronized void write() {
        writers.forEach((cache, writer) -> {
            if (writer.takeBereft()) {
                noteAll(cache, writer);
            }
            write(writer);
        });
    }

    /** Everything this node holds, since it cannot know what the lost one had stored. */
    private void noteAll(Cache<String, String> cache, WriteBehind writer) {
        long now = clock.millis();
        for (CacheEntry<String, String> entry : cache.getAdvancedCache().withFlags(Flag.CACHE_MODE_LOCAL).cacheEntrySet()) {
            writer.held(entry.getKey(), entry.getValue(), entry.getCreated() + entry.getLifespan() - now);
        }
    }

    private void write(WriteBehind writer) {
        List<WriteBehind.Change> changes = writer.collect();
        for (int i = 0; i < changes.size(); i += MOST_AT_ONCE) {
            try {
                kept.store(changes.subList(i, Math.min(changes.size(), i + MOST_AT_ONCE)));
            } catch (RuntimeException unwritten) {
                writer.returned(changes.subList(i, changes.size()));
                LOG.log(Level.WARNING, (changes.size() - i) + " changes of caches could not be stored; they are tried again.", unwritten);
                return;
            }
        }
    }
}
