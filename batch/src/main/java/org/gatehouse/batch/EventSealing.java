package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Logger;
import org.gatehouse.event.chain.EventChain;
import org.gatehouse.model.event.chain.ChainEnds;
import org.gatehouse.startup.Readiness;

/** Links events into the chain a moment after they happened. Every node tries; one of them does it at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventSealing {

    private static final Logger LOG = Logger.getLogger(EventSealing.class.getName());

    /** As many steps in a row as leave the next second some time. */
    private static final int MOST_STEPS = 20;

    @Inject
    private EventChain chain;

    @Inject
    private Readiness readiness;

    /** Every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void extend() {
        for (int steps = 0; readiness.isPrepared() && steps < MOST_STEPS && chain.extend(); steps++) {
            LOG.fine("More events wait to be linked.");
        }
    }

    /** Every hour, after the clean-up. The line in the log is what a later verification can be held against. */
    @Schedule(hour = "*", minute = "47", persistent = false)
    void shorten() {
        for (int steps = 0; readiness.isPrepared() && steps < MOST_STEPS * MOST_STEPS && chain.shorten(); steps++) {
            LOG.fine("More links have run out.");
        }
        if (readiness.isPrepared()) {
            ChainEnds ends = chain.ends();
            LOG.info(() -> "The audit log's last link is " + ends.lastSeq() + ":" + ends.lastHash());
        }
    }
}
