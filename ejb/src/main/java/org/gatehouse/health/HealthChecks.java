package org.gatehouse.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.cache.ClusterCaches;
import org.gatehouse.startup.Readiness;
import org.infinispan.Cache;

/** Asks database, schema, set-up and caches whether they are well. */
@ApplicationScoped
public class HealthChecks {

    private static final Logger LOG = Logger.getLogger(HealthChecks.class.getName());
    private static final String NOBODYS_KEY = "health";

    @Inject
    private DatabaseProbe database;

    @Inject
    private Readiness readiness;

    @Inject
    private ClusterCaches caches;

    /** Asks everything now; never throws. */
    public HealthReport ask() {
        Map<String, Boolean> checks = new LinkedHashMap<>();
        checks.put("database", succeeds("database", database::ask));
        checks.put("migrations", readiness.isMigrated());
        checks.put("prepared", readiness.isPrepared());
        checks.put("caches", succeeds("caches", () -> {
            read(caches.sessions());
            read(caches.flowPlans());
            read(caches.singleUse());
        }));
        return new HealthReport(checks);
    }

    private static void read(Cache<String, String> cache) {
        cache.get(NOBODYS_KEY);
    }

    private static boolean succeeds(String what, Runnable question) {
        try {
            question.run();
            return true;
        } catch (RuntimeException unwell) {
            LOG.log(Level.WARNING, () -> "health: " + what + " is not available: " + unwell);
            return false;
        }
    }
}
