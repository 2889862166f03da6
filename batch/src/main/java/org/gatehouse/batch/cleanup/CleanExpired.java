package org.gatehouse.batch.cleanup;

import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.gatehouse.batch.JobStarter;
import org.gatehouse.task.Job;
import org.gatehouse.task.JobLog;

/** The batch job {@code clean-expired} as one of the jobs that administrators see: says what each of its steps has done. */
@ApplicationScoped
public class CleanExpired implements Job {

    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final Set<BatchStatus> ENDED = Set.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    @Inject
    private JobStarter starter;

    @Override
    public String name() {
        return "clean-expired";
    }

    @Override
    public String description() {
        return "Deletes what has expired, and gives expired API tokens a new key.";
    }

    @Override
    public String usualTimes() {
        return "17 * * * *";
    }

    @Override
    public void run(JobLog log) {
        JobOperator operator = BatchRuntime.getJobOperator();
        long execution = starter.start(name());
        log.info("Execution " + execution + " has begun.");
        Set<String> told = new HashSet<>();
        BatchStatus status = BatchStatus.STARTING;
        while (!ENDED.contains(status)) {
            LockSupport.parkNanos(PAUSE);
            status = operator.getJobExecution(execution).getBatchStatus();
            operator.getStepExecutions(execution).stream().filter(step -> ENDED.contains(step.getBatchStatus()))
                    .filter(step -> told.add(step.getStepName())).forEach(step -> tell(step, log));
        }
        if (status != BatchStatus.COMPLETED) {
            log.error("Execution " + execution + " ended as " + status + "; the server's log says more.");
        }
    }

    private static void tell(StepExecution step, JobLog log) {
        long rows = Arrays.stream(step.getMetrics()).filter(metric -> metric.getType() == Metric.MetricType.WRITE_COUNT)
                .mapToLong(Metric::getValue).sum();
        if (step.getBatchStatus() != BatchStatus.COMPLETED) {
            log.error("Step " + step.getStepName() + " ended as " + step.getBatchStatus() + ".");
        } else if (rows > 0) {
            log.info("Step " + step.getStepName() + ": " + rows + " rows.");
        }
    }
}
