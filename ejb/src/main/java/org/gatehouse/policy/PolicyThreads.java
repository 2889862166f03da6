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
 * the sizes. A thread whose policy does not listen to its interruption is replaced until it does, up to {@value #MOST_REPLACED} times
 * the size, so that a few such policies do not stop all others.
 */
@ApplicationScoped
public class PolicyThreads {

    static final int MOST_REPLACED = 3;

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    @ConfigProperty(name = "gatehouse.policies.threads", defaultValue = "16")
    private int threads;

    @Inject
    @ConfigProperty(name = "gatehouse.policies.queue", defaultValue = "256")
    private int queue;

    private ThreadPoolExecutor pool;
    private int replaced;

    public PolicyThreads() {
    }

    PolicyThreads(ThreadFactory factory, int threads, int queue) {
        this.threads = threads;
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
        Task task = new Task(work);
        pool.execute(task);
        return new Evaluation(task, System.nanoTime() + timeout.toNanos());
    }

    private synchronized boolean replaceThread() {
        if (replaced >= threads * MOST_REPLACED) {
            return false;
        }
        resize(1);
        return true;
    }

    private synchronized void resize(int by) {
        replaced += by;
        int size = threads + replaced;
        // Never fewer allowed than kept, in between.
        if (by > 0) {
            pool.setMaximumPoolSize(size);
            pool.setCorePoolSize(size);
        } else {
            pool.setCorePoolSize(size);
            pool.setMaximumPoolSize(size);
        }
    }

    /** Knows whether it still occupies a thread that nobody waits for any more. */
    private final class Task extends FutureTask<PolicyVerdict> {

        private boolean running;
        private boolean abandoned;

        private Task(Callable<PolicyVerdict> work) {
            super(work);
        }

        @Override
        public void run() {
            begin();
            try {
                super.run();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            running = true;
        }

        private synchronized void end() {
            running = false;
            if (abandoned) {
                resize(-1);
            }
        }

        private synchronized void abandon() {
            if (running && !abandoned) {
                abandoned = replaceThread();
            }
        }
    }

    /** One evaluation that has been started. */
    public final class Evaluation {

        private final Task task;
        private final long deadline;

        private Evaluation(Task task, long deadline) {
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
                task.abandon();
            }
        }
    }
}
