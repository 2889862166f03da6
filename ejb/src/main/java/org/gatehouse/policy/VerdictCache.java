package org.gatehouse.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.config.Policy;
import org.gatehouse.type.ObjectChanged;

/**
 * Verdicts of policies that can be used again, on this node. Only a type that says so ({@link PolicyType#facts}) has any; users
 * and groups are asked each time. A verdict is found under the policy, the version of its row, and
 * all facts of the request that it depends on, so one that is out of date is not found any more: at once where the change was made, and
 * on other nodes as soon as they read the binding anew ({@link EnabledBindings}).
 */
@ApplicationScoped
public class VerdictCache {

    private static final int MOST = 10_000;
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    @Inject
    private Clock clock;

    private final Map<Key, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

    public VerdictCache() {
    }

    VerdictCache(Clock clock) {
        this.clock = clock;
    }

    private record Key(UUID policy, long version, Object facts) {
    }

    private record Entry(PolicyVerdict verdict, Instant until) {
    }

    /** The verdict on these facts, if it is known. */
    synchronized Optional<PolicyVerdict> find(Policy policy, Object facts) {
        Key key = new Key(policy.getId(), policy.getVersion(), facts);
        Entry entry = entries.get(key);
        if (entry != null && !entry.until().isAfter(clock.instant())) {
            entries.remove(key);
            return Optional.empty();
        }
        return Optional.ofNullable(entry).map(Entry::verdict);
    }

    /** Remembers a decision, never a failure; forgets the one that has not been asked for longest when there are too many. */
    synchronized void keep(Policy policy, Object facts, PolicyVerdict verdict) {
        if (verdict == null || verdict.failed()) {
            return;
        }
        entries.put(new Key(policy.getId(), policy.getVersion(), facts), new Entry(verdict, clock.instant().plus(LIFETIME)));
        if (entries.size() > MOST) {
            entries.remove(entries.keySet().iterator().next());
        }
    }

    /** How many verdicts are known. */
    public synchronized int size() {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !entry.until().isAfter(now));
        return entries.size();
    }

    /** Forgets all of them. */
    public synchronized void clear() {
        entries.clear();
    }

    synchronized void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ObjectChanged change) {
        entries.keySet().removeIf(key -> key.policy().toString().equals(change.key()));
    }
}
