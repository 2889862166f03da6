package org.gatehouse.task;

import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/** Does the work of a job in a thread of its own and keeps how it went: in the run's row, and, if it failed, as an event. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TaskRunner {

    private static final Logger LOG = Logger.getLogger(TaskRunner.class.getName());

    @Inject
    private Jobs jobs;

    @Inject
    private TaskRecords records;

    @Inject
    private Events events;

    @Inject
    private Clock clock;

    /** Begins a run that has been noted, and returns at once. */
    @Asynchronous
    public void begin(UUID id, String name) {
        JobLog log = new JobLog(name, clock, lines -> records.note(id, "running", "running", lines));
        records.note(id, "running", "running", log.lines());
        try {
            jobs.find(name).orElseThrow(() -> new IllegalStateException("This version has no job " + name + ".")).run(log);
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "job " + name + " failed");
            log.error("The job failed (" + failed.getClass().getSimpleName() + "); the server's log says more.");
            events.record(EventDraft.of(EventAction.SYSTEM_TASK_EXCEPTION, "task", Actor.ofSystem()).with("task", name)
                    .with("message", failed.getClass().getSimpleName()));
        } finally {
            records.note(id, "done", log.status(), log.lines());
        }
    }
}
