package org.gatehouse.policy.reputation;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.startup.Readiness;

/** Writes the scores of this node every five seconds and at its end. A node that dies takes the last seconds with it, no more. */
@Singleton
@Startup
public class ReputationWriter {

    private static final Logger LOG = Logger.getLogger(ReputationWriter.class.getName());

    @Inject
    private Reputations reputations;

    @Inject
    private Readiness readiness;

    /** Does nothing while there is nothing to write. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void write() {
        if (readiness.isPrepared()) {
            tried(reputations::write);
        }
    }

    /** Every ten minutes. */
    @Schedule(hour = "*", minute = "*/10", second = "30", persistent = false)
    void trim() {
        if (readiness.isPrepared()) {
            tried(reputations::trim);
        }
    }

    @PreDestroy
    void end() {
        tried(reputations::write);
    }

    private static void tried(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException unwritten) {
            LOG.log(Level.WARNING, "Reputation scores cannot be written", unwritten);
        }
    }
}
