package org.gatehouse.batch.cleanup;

import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.StepExecution;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/** Leaves one event for a run, with the number of rows of each step. */
@Named
@Dependent
public class CleanupReport extends AbstractJobListener {

    @Inject
    private JobContext job;

    @Inject
    private Events events;

    @Override
    public void afterJob() {
        List<StepExecution> steps = BatchRuntime.getJobOperator().getStepExecutions(job.getExecutionId());
        boolean failed = job.getBatchStatus() == BatchStatus.FAILED
                || steps.stream().anyMatch(step -> step.getBatchStatus() == BatchStatus.FAILED);
        String action = failed ? EventAction.SYSTEM_TASK_EXCEPTION : EventAction.SYSTEM_TASK_EXECUTION;
        events.record(EventDraft.of(action, "batch", Actor.ofSystem())
                .with("task", job.getJobName())
                .with("execution", String.valueOf(job.getExecutionId()))
                .with("rows", rows(steps)));
    }

    private static JsonObject rows(List<StepExecution> steps) {
        JsonObjectBuilder rows = Json.createObjectBuilder();
        steps.forEach(step -> rows.add(step.getStepName(), written(step)));
        return rows.build();
    }

    private static long written(StepExecution step) {
        return Arrays.stream(step.getMetrics()).filter(metric -> metric.getType() == Metric.MetricType.WRITE_COUNT)
                .mapToLong(Metric::getValue).sum();
    }
}
