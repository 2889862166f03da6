package org.gatehouse.event;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes events a moment later, on one thread of its own. Whoever is inside a transaction and wants to keep an event whatever
 * becomes of it need not wait for a second connection: under load, requests that each hold one and wait for another would all wait
 * for ever. At most {@value #MOST_WAITING} events wait; what comes then is only logged. An orderly shutdown writes what waits.
 */
@ApplicationScoped
public class DeferredEvents {

    static final int MOST_WAITING = 1000;

    private static final Logger LOG = Logger.getLogger(DeferredEvents.class.getName());
    private static final int SECONDS_TO_FINISH = 10;

    @Resource
    private ManagedThreadFactory factory;

    @Inject
    private Events events;

    private Consumer<StampedEvent> log;
    private ThreadPoolExecutor writer;

    public DeferredEvents() {
    }

    DeferredEvents(ThreadFactory factory, Consumer<StampedEvent> log) {
        this.log = log;
        this.writer = writerOn(factory);
    }

    @PostConstruct
    void open() {
        log = events::write;
        writer = writerOn(factory);
    }

    private static ThreadPoolExecutor writerOn(ThreadFactory factory) {
        ThreadPoolExecutor writer = new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), factory);
        writer.allowCoreThreadTimeOut(true);
        return writer;
    }

    /** Takes the event over; never waits and never throws. */
    void offer(StampedEvent event) {
        try {
            writer.execute(() -> write(event));
        } catch (RejectedExecutionException full) {
            LOG.severe(() -> "Too many events wait to be written; this one is only here: " + event.draft().action() + " "
                    + event.draft().context());
        }
    }

    private void write(StampedEvent event) {
        try {
            log.accept(event);
        } catch (RuntimeException unwritten) {
            LOG.log(Level.SEVERE, unwritten, () -> "An event cannot be written: " + event.draft().action() + " " + event.draft().context());
        }
    }

    @PreDestroy
    void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.severe(() -> writer.shutdownNow().size() + " events were not written");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
