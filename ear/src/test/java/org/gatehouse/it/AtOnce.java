package org.gatehouse.it;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many who do the same at the same moment. */
final class AtOnce {

    private static final int MANY = 20;

    private AtOnce() {
    }

    /** Sends a request from twenty threads that have waited for each other; returns all answers. */
    static List<HttpResponse<String>> send(Callable<HttpResponse<String>> request) {
        ExecutorService threads = Executors.newFixedThreadPool(MANY);
        CyclicBarrier start = new CyclicBarrier(MANY);
        try {
            List<HttpResponse<String>> answers = new ArrayList<>();
            Callable<HttpResponse<String>> together = () -> {
                start.await();
                return request.call();
            };
            for (Future<HttpResponse<String>> answer : threads.invokeAll(Collections.nCopies(MANY, together))) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdown();
        }
    }
}
