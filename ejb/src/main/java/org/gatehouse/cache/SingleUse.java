package org.gatehouse.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Lets each key be claimed once in the cluster, however many nodes try at the same moment. Keys have a kind, so that one
 * feature's entry can never stand for another's.
 */
@ApplicationScoped
public class SingleUse {

    /** Not empty: an empty text does not survive the way to another node. */
    private static final String CLAIMED = "claimed";

    @Inject
    private ClusterCaches caches;

    /**
     * Claims the key; true for exactly one caller until {@code remembered} has passed.
     *
     * @param kind what is claimed, such as {@code flow-step}
     * @param remembered at least as long as the thing itself is valid
     */
    public boolean claim(String kind, String key, Duration remembered) {
        return caches.singleUse().putIfAbsent(kind + ":" + key, CLAIMED, remembered.toMillis(), TimeUnit.MILLISECONDS) == null;
    }
}
