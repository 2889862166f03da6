package org.gatehouse.model.task;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** When a job runs. */
@Entity
@Table(name = "task_schedule")
public class TaskSchedule {

    @Id
    private UUID id;

    @Column(updatable = false)
    private String name;

    private String crontab;

    private boolean paused;

    @Column(name = "next_run")
    private Instant nextRun;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    /** The job's name. */
    public String getName() {
        return name;
    }

    /** Minute, hour, day of the month, month and day of the week, in UTC. */
    public String getCrontab() {
        return crontab;
    }

    public void setCrontab(String crontab) {
        this.crontab = crontab;
    }

    public boolean isPaused() {
        return paused;
    }

    public void setPaused(boolean paused) {
        this.paused = paused;
    }

    public Instant getNextRun() {
        return nextRun;
    }

    public void setNextRun(Instant nextRun) {
        this.nextRun = nextRun;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
