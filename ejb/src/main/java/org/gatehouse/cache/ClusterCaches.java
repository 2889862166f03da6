package org.gatehouse.cache;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import org.infinispan.Cache;

/** The Infinispan caches that {@code wildfly-config} defines. */
@ApplicationScoped
public class ClusterCaches {

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/sessions")
    private Cache<String, String> sessions;

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/flow-plans")
    private Cache<String, String> flowPlans;

    @Resource(lookup = "java:jboss/infinispan/cache/gatehouse/single-use")
    private Cache<String, String> singleUse;

    /** Logins by digest of the session key. */
    public Cache<String, String> sessions() {
        return sessions;
    }

    /** Flow plans by browser, flow and execution. */
    public Cache<String, String> flowPlans() {
        return flowPlans;
    }

    /** What has been used and must not be used again. */
    public Cache<String, String> singleUse() {
        return singleUse;
    }
}
