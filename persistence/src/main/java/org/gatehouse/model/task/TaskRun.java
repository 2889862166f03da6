package org.gatehouse.model.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One run of a job. */
@Entity
@Table(name = "task_run")
public class TaskRun {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    private String state;

    private String status;

    private String node;

    @Column(updatable = false)
    private Instant created;

    private Instant changed;

    private int retries;

    @Column(insertable = false, updatable = false)
    private String logs;

    @Column(name = "previous_logs", insertable = false, updatable = false)
    private String previousLogs;

    private Instant expires;

    public UUID getId() {
        return id;
    }

    /** The job's name. */
    public String getName() {
        return name;
    }

    /** {@code queued}, {@code running} or {@code done}. */
    public String getState() {
        return state;
    }

    /** The state while it lasts; then how it ended: {@code info}, {@code warning} or {@code error}. */
    public String getStatus() {
        return status;
    }

    /** The node that does the work. */
    public String getNode() {
        return node;
    }

    public Instant getCreated() {
        return created;
    }

    public Instant getChanged() {
        return changed;
    }

    /** How often it was done again. */
    public int getRetries() {
        return retries;
    }

    /** What it said, a JSON array of log lines. */
    public String getLogs() {
        return logs;
    }

    /** What it said in the attempt before. */
    public String getPreviousLogs() {
        return previousLogs;
    }

    public Instant getExpires() {
        return expires;
    }
}
