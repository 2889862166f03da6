package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.model.job.JobLeases;
import org.gatehouse.startup.Readiness;

/**
 * When jobs run by themselves. Every node's timer fires; the one that takes the lease runs the job. A lease lasts a little less
 * than the interval, so that a node that dies costs one run at most.
 */
@Singleton
public class JobSchedule {

    static final String CLEAN_EXPIRED = "clean-expired";

    private static final Logger LOG = Logger.getLogger(JobSchedule.class.getName());
    private static final Duration LEASE = Duration.ofMinutes(50);

    @Inject
    private JobLeases leases;

    @Inject
    private JobStarter starter;

    @Inject
    private Readiness readiness;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "node")
    private String node;

    /** Every hour at seventeen minutes past. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    void cleanExpired() {
        if (readiness.isPrepared()) {
            startOnOneNode(CLEAN_EXPIRED);
        }
    }

    private void startOnOneNode(String job) {
        Instant now = clock.instant();
        if (leases.acquire(job, node, now, now.plus(LEASE))) {
            long execution = starter.start(job);
            LOG.info(() -> "job " + job + " started, execution " + execution);
        }
    }
}
