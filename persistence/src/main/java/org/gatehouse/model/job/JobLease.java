package org.gatehouse.model.job;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The right of one node to run a scheduled job until a moment; it lapses by itself when the node dies.
 */
@Entity
@Table(name = "job_lease")
public class JobLease {

    @Id
    private String job;

    private String holder;

    private Instant until;

    public String getJob() {
        return job;
    }

    public void setJob(String job) {
        this.job = job;
    }

    public String getHolder() {
        return holder;
    }

    public void setHolder(String holder) {
        this.holder = holder;
    }

    public Instant getUntil() {
        return until;
    }

    public void setUntil(Instant until) {
        this.until = until;
    }
}
