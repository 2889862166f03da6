package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.mail.MailDelivery;
import org.gatehouse.startup.Readiness;

/** Tries letters again that no mail server has taken yet. Every node does: a letter is taken by one of them at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MailRetries {

    @Inject
    private MailDelivery delivery;

    @Inject
    private Readiness readiness;

    /** Every minute. */
    @Schedule(hour = "*", minute = "*", persistent = false)
    void sendDue() {
        if (readiness.isPrepared()) {
            delivery.sendDue();
        }
    }
}
