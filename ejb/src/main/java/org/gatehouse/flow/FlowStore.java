package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.crypto.Digests;

/**
 * The plans of all browsers, in the distributed cache {@code flow-plans}. A plan is found only with the browser key, the flow
 * and the execution id together, so an execution id that leaks is worth nothing in another browser. Writes are
 * compare-and-set: whoever read an older version writes nothing.
 */
@ApplicationScoped
public class FlowStore {

    /** A refusal stays on the page for as long as somebody reads it; after that the flow can be tried again. */
    private static final Duration REFUSAL_SHOWN = Duration.ofMinutes(2);

    private static final Duration FINISHED_SHOWN = Duration.ofSeconds(30);

    @Inject
    private ClusterCaches caches;

    /** Minutes without a step after which a plan is forgotten. */
    @Inject
    @ConfigProperty(name = "gatehouse.flows.lifetime-minutes", defaultValue = "60")
    private int lifetimeMinutes;

    /** A plan's place: nobody can compute it without the browser's key. */
    static String keyOf(String browser, String slug, String execution) {
        return Digests.sha256(Digests.sha256(browser) + ":" + slug + ":" + execution);
    }

    /** The stored text, for {@link FlowPlanCodec} to read and to compare with when writing. */
    Optional<String> find(String key) {
        return Optional.ofNullable(caches.flowPlans().get(key));
    }

    /** Adds a plan; false when there is one already. */
    boolean add(String key, FlowPlan plan) {
        return caches.flowPlans().putIfAbsent(key, FlowPlanCodec.write(plan), lifetime(plan), TimeUnit.MILLISECONDS) == null;
    }

    /** Puts a plan in the place of whatever was there. */
    void put(String key, FlowPlan plan) {
        caches.flowPlans().put(key, FlowPlanCodec.write(plan), lifetime(plan), TimeUnit.MILLISECONDS);
    }

    /** Remembers for a moment how a plan was when it came to its end, for {@link FlowInspector}; too short to be kept anywhere else. */
    void finished(String browser, String slug, FlowPlan plan) {
        caches.flowPlans().put(keyOfFinished(browser, slug), FlowPlanCodec.write(plan), FINISHED_SHOWN.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The text of the plan that this browser has come to the end of last, if that was a moment ago. */
    Optional<String> findFinished(String browser, String slug) {
        return find(keyOfFinished(browser, slug));
    }

    /** No execution id, whatever a browser may send, leads there: a plan that is over must not be gone on with. */
    private static String keyOfFinished(String browser, String slug) {
        return Digests.sha256("finished flow\n" + keyOf(browser, slug, ""));
    }

    /** Replaces the version that was read; false when it is not the current one any more. */
    boolean replace(String key, String before, FlowPlan after) {
        String text = FlowPlanCodec.write(after);
        return text.equals(before) || caches.flowPlans().replace(key, before, text, lifetime(after), TimeUnit.MILLISECONDS);
    }

    /** Removes the version that was read; false when it is not the current one any more. */
    boolean remove(String key, String before) {
        return caches.flowPlans().remove(key, before);
    }

    private long lifetime(FlowPlan plan) {
        return (plan.isRefused() ? REFUSAL_SHOWN : Duration.ofMinutes(lifetimeMinutes)).toMillis();
    }
}
