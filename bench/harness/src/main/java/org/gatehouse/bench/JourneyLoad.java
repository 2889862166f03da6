package org.gatehouse.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Some workers that each repeat a {@link Journey}; the next pass starts when the one before has ended. */
record JourneyLoad(Journey.Start start) implements Load {

    /** Enough to keep two cores and the database busy. */
    static final int WORKERS = 6;

    /** The times of one worker's passes in nanoseconds, and how many failed. */
    private record Passes(long[] nanos, long errors, String complaint) {
    }

    @Override
    public Running prepare() {
        List<Journey> journeys = new ArrayList<>();
        for (int worker = 0; worker < WORKERS; worker++) {
            journeys.add(start.begin(worker));
        }
        return time -> run(journeys, time);
    }

    private static LoadResult run(List<Journey> journeys, Duration time) {
        ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
        try {
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<Passes>> work = journeys.stream().<Callable<Passes>>map(journey -> () -> repeat(journey, end)).toList();
            List<Future<Passes>> done = workers.invokeAll(work);
            return result(done, (System.nanoTime() - begin) / 1e9);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        } finally {
            workers.shutdown();
        }
    }

    private static Passes repeat(Journey journey, long end) {
        long[] nanos = new long[1024];
        int count = 0;
        long errors = 0;
        String complaint = null;
        for (long from = System.nanoTime(); from < end; from = System.nanoTime()) {
            try {
                journey.pass();
            } catch (RuntimeException failed) {
                errors++;
                complaint = failed.getMessage();
            }
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = System.nanoTime() - from;
        }
        return new Passes(Arrays.copyOf(nanos, count), errors, complaint);
    }

    private static LoadResult result(List<Future<Passes>> done, double seconds) throws InterruptedException, ExecutionException {
        long errors = 0;
        List<Passes> all = new ArrayList<>();
        for (Future<Passes> future : done) {
            all.add(future.get());
            errors += future.get().errors();
        }
        all.stream().map(Passes::complaint).filter(java.util.Objects::nonNull).findFirst()
                .ifPresent(complaint -> System.err.println("  a pass failed: " + complaint));
        long[] sorted = all.stream().flatMapToLong(passes -> Arrays.stream(passes.nanos())).sorted().toArray();
        return new LoadResult(sorted.length, errors, seconds, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    /** In milliseconds, by the nearest rank. */
    static double percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted.length == 0 ? 0 : sorted[Math.max(0, rank - 1)] / 1e6;
    }
}
