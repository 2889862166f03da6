package org.gatehouse.task;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.model.task.TaskSchedule;
import org.gatehouse.startup.SystemPrepared;

/** Looks which jobs are due. Every node does, every minute; the one that takes a run does it. */
@ApplicationScoped
public class TaskTimes {

    private static final Logger LOG = Logger.getLogger(TaskTimes.class.getName());

    @Inject
    private Jobs jobs;

    @Inject
    private TaskRecords records;

    @Inject
    private TaskRunner runner;

    /** Notes that this node is alive and begins what is due. */
    public void look() {
        records.alive();
        records.due().stream().filter(schedule -> jobs.find(schedule.getName()).isPresent()).forEach(this::begin);
    }

    void started(@Observes SystemPrepared prepared) {
        records.ensure(jobs.all());
        records.alive();
    }

    private void begin(TaskSchedule schedule) {
        try {
            records.take(schedule).ifPresent(run -> runner.begin(run, schedule.getName()));
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "job " + schedule.getName() + " could not be begun");
        }
    }
}
