package org.gatehouse.policy.reputation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What has happened since the scores were last written: who gained or lost how much. Bounded; what comes when it is full is not
 * counted, which a flood of new names is meant to find out.
 */
final class ReputationChanges {

    private final int most;
    private Map<Source, Long> changes = new HashMap<>();

    ReputationChanges(int most) {
        this.most = most;
    }

    /**
     * Who is judged.
     *
     * @param identifier the name, in lower case
     * @param ip the address; of an IPv6 address the network it is in
     */
    record Source(String identifier, String ip) {
    }

    synchronized void add(Source source, long change) {
        if (changes.containsKey(source) || changes.size() < most) {
            changes.merge(source, change, Long::sum);
        }
    }

    /** What belongs to the address or to the name and is not written yet. */
    synchronized long sum(String ip, String identifier) {
        return changes.entrySet().stream()
                .filter(change -> Objects.equals(change.getKey().ip(), ip) || Objects.equals(change.getKey().identifier(), identifier))
                .mapToLong(Map.Entry::getValue).sum();
    }

    /** Takes what is not written yet away, to write it. */
    synchronized Map<Source, Long> take() {
        Map<Source, Long> taken = changes;
        changes = new HashMap<>();
        return taken;
    }
}
