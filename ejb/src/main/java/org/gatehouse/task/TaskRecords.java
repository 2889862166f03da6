package org.gatehouse.task;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.gatehouse.installation.ProductVersion;
import org.gatehouse.model.task.ClusterNodes;
import org.gatehouse.model.task.TaskRunRepository;
import org.gatehouse.model.task.TaskSchedule;
import org.gatehouse.model.task.TaskScheduleRepository;

/** The rows behind jobs, each change in a short transaction of its own: a run that fails must not take back what is known of it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TaskRecords {

    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration SILENCE = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    @Inject
    private TaskScheduleRepository schedules;

    @Inject
    private TaskRunRepository runs;

    @Inject
    private ClusterNodes nodes;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "node")
    private String node;

    /** Notes that this node is alive, and ends what nodes have left behind that are not. */
    public void alive() {
        Instant now = clock.instant();
        nodes.seen(node, ProductVersion.current(), now);
        runs.endOrphans(now.minus(SILENCE), line("The node that did this has gone away."), now);
        nodes.forget(now.minus(FORGOTTEN));
    }

    private JsonArray line(String sentence) {
        return Json.createArrayBuilder().add(JobLog.line("task", "error", sentence, clock)).build();
    }

    /** Sees to it that each of the jobs has a schedule. */
    public void ensure(List<Job> jobs) {
        Instant now = clock.instant();
        jobs.forEach(job -> schedules.ensure(job.name(), job.usualTimes(), CronExpression.parse(job.usualTimes()).next(now).orElseThrow()));
    }

    /** The schedules whose time has come. */
    public List<TaskSchedule> due() {
        return schedules.findDue(clock.instant());
    }

    /** Takes the run of a schedule for this node; empty when another node has. */
    public Optional<UUID> take(TaskSchedule schedule) {
        Instant next = CronExpression.parse(schedule.getCrontab()).next(clock.instant()).orElseThrow();
        return schedules.take(schedule.getName(), schedule.getNextRun(), next) ? Optional.of(queue(schedule.getName())) : Optional.empty();
    }

    /** Notes a run that this node is about to do. */
    public UUID queue(String job) {
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        runs.queue(id, job, node, now, now.plus(KEPT));
        return id;
    }

    /** Puts a run back for this node; false when it has not ended yet. */
    public boolean requeue(UUID id) {
        return runs.requeue(id, node, clock.instant());
    }

    /** Notes what a run has come to. */
    public void note(UUID id, String state, String status, JsonArray logs) {
        runs.note(id, state, status, logs, clock.instant());
    }
}
