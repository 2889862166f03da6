package org.gatehouse.policy;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The threads policies run on: few, so that a policy that hangs can hold up only policies, with a short queue, so that overload
 * shows as a failure and not as a wait. {@code gatehouse.policies.threads} (16) and {@code gatehouse.policies.queue} (256) set
 * the sizes.
 */
@ApplicationScoped
public class PolicyThreads {

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    @ConfigProperty(name = "gatehouse.policies.threads", defaultValue = "16")
    private int threads;

    @Inject
    @ConfigProperty(name = "gatehouse.policies.queue", defaultValue = "256")
    private int queue;

    private ThreadPoolExecutor pool;

    public PolicyThreads() {
    }

    PolicyThreads(ThreadFactory factory, int threads, int queue) {
        pool = poolOf(factory, threads, queue);
    }

    @PostConstruct
    void open() {
        pool = poolOf(factory, threads, queue);
    }

    @PreDestroy
    void close() {
        pool.shutdownNow();
    }

    private static ThreadPoolExecutor poolOf(ThreadFactory factory, int threads, int queue) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue), factory);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Starts an evaluation; its time counts from now, waiting for a free thread included.
     *
     * @throws RejectedExecutionException when all threads are busy and the queue is full
     */
    public Evaluation start(Callable<PolicyVerdict> work, Duration timeout) {
        FutureTask<PolicyVerdict> task = new FutureTask<>(work);
        pool.execute(task);
        return new Evaluation(task, System.nanoTime() + timeout.toNanos());
    }

    /** One evaluation that has been started. */
    public final class Evaluation {

        private final FutureTask<PolicyVerdict> task;
        private final long deadline;

        private Evaluation(FutureTask<PolicyVerdict> task, long deadline) {
            this.task = task;
            this.deadline = deadline;
        }

        /**
         * Waits until it is done, at most until its time is over; then its thread is interrupted and it is left alone, whether
         * it listens or not.
         *
         * @throws ExecutionException with what the policy threw
         * @throws TimeoutException when its time is over
         * @throws InterruptedException when the waiting thread was interrupted
         */
        public PolicyVerdict await() throws ExecutionException, TimeoutException, InterruptedException {
            try {
                return task.get(Math.max(deadline - System.nanoTime(), 0), TimeUnit.NANOSECONDS);
            } finally {
                cancel();
            }
        }

        /** Ends it if it still runs. */
        public void cancel() {
            if (task.cancel(true)) {
                pool.remove(task);
            }
        }
    }
}
