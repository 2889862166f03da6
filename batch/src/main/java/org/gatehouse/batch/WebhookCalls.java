package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.notification.WebhookDelivery;
import org.gatehouse.startup.Readiness;

/** Calls webhooks that are due. Every node does: a call is taken by one of them at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WebhookCalls {

    @Inject
    private WebhookDelivery delivery;

    @Inject
    private Readiness readiness;

    /** Every second. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    void sendDue() {
        if (readiness.isPrepared()) {
            delivery.sendDue();
        }
    }
}
