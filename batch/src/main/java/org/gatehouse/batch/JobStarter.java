package org.gatehouse.batch;

import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Properties;

/** Starts jobs by the name of their file in {@code META-INF/batch-jobs}. */
@ApplicationScoped
public class JobStarter {

    /**
     * Starts the job on this node and returns at once.
     *
     * @return the execution's number, which {@code jboss-cli} shows too
     * @throws jakarta.batch.operations.JobStartException when there is no such job
     */
    public long start(String job) {
        return BatchRuntime.getJobOperator().start(job, new Properties());
    }
}
