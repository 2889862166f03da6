package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.provider.oauth2.logout.LogoutDelivery;
import org.gatehouse.startup.Readiness;

/** Tells clients again of logouts that they have not taken yet. Every node does: a notice is taken by one of them at a time. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LogoutRetries {

    @Inject
    private LogoutDelivery delivery;

    @Inject
    private Readiness readiness;

    /** Every minute. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    void sendDue() {
        if (readiness.isPrepared()) {
            delivery.sendDue();
        }
    }
}
