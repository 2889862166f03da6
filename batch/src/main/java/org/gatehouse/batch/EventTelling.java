package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.notification.EventRules;
import org.gatehouse.startup.Readiness;

/** Asks the rules about events a moment after they happened. Every node tries; one of them asks at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventTelling {

    private static final Logger LOG = Logger.getLogger(EventTelling.class.getName());
    private static final int AT_A_TIME = 100;
    private static final int MOST_STEPS = 10;

    @Inject
    private EventRules rules;

    @Inject
    private Readiness readiness;

    /** Every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void ask() {
        boolean more = readiness.isPrepared();
        for (int steps = 0; more && steps < MOST_STEPS; steps++) {
            more = askSome();
        }
    }

    private boolean askSome() {
        try {
            return rules.ask(AT_A_TIME);
        } catch (RuntimeException broken) {
            LOG.log(Level.WARNING, "Rules could not be asked about some events; they are asked about each alone", broken);
            askOne();
            return true;
        }
    }

    /** One event that breaks the rules must not keep those behind it waiting for ever. */
    private void askOne() {
        try {
            rules.ask(1);
        } catch (RuntimeException broken) {
            LOG.log(Level.SEVERE, "Rules could not be asked about an event; nobody is told of it", broken);
            rules.skip();
        }
    }
}
