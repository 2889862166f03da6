package org.gatehouse.batch;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.gatehouse.startup.Readiness;
import org.gatehouse.task.TaskTimes;

/** Lets every node look once a minute which jobs are due; see {@link TaskTimes}. */
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class JobSchedule {

    @Inject
    private TaskTimes times;

    @Inject
    private Readiness readiness;

    /** Every minute. */
    @Schedule(hour = "*", minute = "*", second = "5", persistent = false)
    void look() {
        if (readiness.isPrepared()) {
            times.look();
        }
    }
}
