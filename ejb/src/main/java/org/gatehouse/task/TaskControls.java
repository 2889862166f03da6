package org.gatehouse.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.access.SpecialPermission;
import org.gatehouse.model.task.ClusterNodes;
import org.gatehouse.model.task.TaskRun;
import org.gatehouse.model.task.TaskRunRepository;
import org.gatehouse.model.task.TaskSchedule;
import org.gatehouse.model.task.TaskScheduleRepository;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ObjectKey;
import org.gatehouse.type.ObjectNotFound;

/** What administrators do with jobs beside setting their times: have one done now, or again, and see who does them. */
@ApplicationScoped
public class TaskControls {

    /** A node says once a minute that it is alive. */
    private static final Duration ALIVE = Duration.ofMinutes(3);

    @Inject
    private Permissions permissions;

    @Inject
    private TaskModel model;

    @Inject
    private TaskScheduleRepository schedules;

    @Inject
    private TaskRunRepository runs;

    @Inject
    private ClusterNodes nodes;

    @Inject
    private TaskRecords records;

    @Inject
    private TaskRunner runner;

    @Inject
    private Clock clock;

    /** Has a job done now, whatever its times, by this node. */
    public void send(Actor actor, String key) {
        permissions.require(actor, SpecialPermission.SEND_SCHEDULE, key);
        TaskSchedule schedule = ObjectKey.uuid(key).flatMap(schedules::find)
                .orElseThrow(() -> new ObjectNotFound("No Schedule matches the given query."));
        runner.begin(records.queue(schedule.getName()), schedule.getName());
    }

    /**
     * Has the work of a run done again.
     *
     * @throws InvalidInput when it is still being done
     */
    public void retry(Actor actor, String key) {
        permissions.require(actor, SpecialPermission.RETRY_TASK, key);
        TaskRun run = ObjectKey.uuid(key).flatMap(runs::find).orElseThrow(() -> new ObjectNotFound("No Task matches the given query."));
        UUID id = run.getId();
        if (!records.requeue(id)) {
            throw new InvalidInput(FieldProblems.GENERAL, "This is still being done.");
        }
        runner.begin(id, run.getName());
    }

    /** How many runs are in each status. */
    public Map<String, Long> status(Actor actor) {
        permissions.require(actor, Permission.view(model.name()));
        return runs.countByStatus();
    }

    /** The nodes that do the work, with their versions. */
    public Map<String, String> workers(Actor actor) {
        permissions.require(actor, SpecialPermission.VIEW_SYSTEM_INFO);
        return nodes.versionsSince(clock.instant().minus(ALIVE));
    }
}
