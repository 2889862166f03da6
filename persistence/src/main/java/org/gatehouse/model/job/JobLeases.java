package org.gatehouse.model.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Timestamp;
import java.time.Instant;
import org.gatehouse.model.Repository;

/** Leases of scheduled jobs; taking one is atomic across the cluster. */
@ApplicationScoped
public class JobLeases extends Repository<JobLease, String> {

    public JobLeases() {
        super(JobLease.class);
    }

    /** Takes the lease if nobody holds it now; true for exactly one of those who ask at the same moment. */
    public boolean acquire(String job, String holder, Instant now, Instant until) {
        return entityManager.createNativeQuery("""
                INSERT INTO job_lease (job, holder, until) VALUES (?1, ?2, ?3)
                ON CONFLICT (job) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE job_lease.until <= ?4""")
                .setParameter(1, job).setParameter(2, holder).setParameter(3, Timestamp.from(until))
                .setParameter(4, Timestamp.from(now)).executeUpdate() == 1;
    }
}
