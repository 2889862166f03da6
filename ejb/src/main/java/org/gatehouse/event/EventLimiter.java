package org.gatehouse.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Bounds how many events anybody on the net can cause: of failed logins, of suspicious requests, and of what breaks or
 * is configured badly where a request comes by, an address may leave {@code gatehouse.events.limit-per-minute} (60) of each kind a
 * minute on a node. Those beyond are counted and reported as one. So many addresses that they cannot be counted one by one share a limit.
 */
@ApplicationScoped
public class EventLimiter {

    static final String MANY_ADDRESSES = "";

    private static final Set<String> LIMITED = Set.of(EventAction.LOGIN_FAILED, EventAction.SUSPICIOUS_REQUEST, EventAction.POLICY_EXCEPTION,
            EventAction.PROPERTY_MAPPING_EXCEPTION, EventAction.CONFIGURATION_ERROR);
    private static final int MOST_SOURCES = 10_000;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "gatehouse.events.limit-per-minute", defaultValue = "60")
    private int limit;

    private final Map<Source, Count> counts = new HashMap<>();
    private long minute;

    public EventLimiter() {
    }

    EventLimiter(Clock clock, int limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /** Who causes what. */
    private record Source(String action, String clientIp) {
    }

    private static final class Count {

        private int recorded;
        private int left;
    }

    /**
     * Events that were only counted.
     *
     * @param action their action
     * @param clientIp the address they came from, or {@link #MANY_ADDRESSES}
     * @param number how many
     */
    record Omitted(String action, String clientIp, int number) {
    }

    private List<Omitted> omitted = new ArrayList<>();

    /** Whether the event is to be written; counts it in any case. */
    synchronized boolean admits(String action, String clientIp) {
        if (!LIMITED.contains(action) || clientIp == null) {
            return true;
        }
        turnPage();
        Count count = countOf(new Source(action, clientIp));
        if (count.recorded < limit) {
            count.recorded++;
            return true;
        }
        count.left++;
        return false;
    }

    private Count countOf(Source source) {
        Source counted = counts.containsKey(source) || counts.size() < MOST_SOURCES ? source : new Source(source.action(), MANY_ADDRESSES);
        return counts.computeIfAbsent(counted, key -> new Count());
    }

    private void turnPage() {
        long now = clock.instant().getEpochSecond() / 60;
        if (now != minute) {
            counts.forEach((source, count) -> {
                if (count.left > 0) {
                    omitted.add(new Omitted(source.action(), source.clientIp(), count.left));
                }
            });
            counts.clear();
            minute = now;
        }
    }

    /** What was left out in minutes that are over, once. */
    synchronized List<Omitted> takeOmitted() {
        turnPage();
        List<Omitted> taken = omitted;
        omitted = new ArrayList<>();
        return taken;
    }
}
