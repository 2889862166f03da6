package org.gatehouse.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Watches one evaluation and stops it when it costs too much, takes too long, or its thread was interrupted. Each
 * sub-expression costs 1, and more for a large value, so that the cost bounds time and memory alike.
 */
final class EvaluationBudget implements CelEvaluationListener {

    /** The longest text an expression may build or return. */
    static final int MAX_TEXT = 1_000_000;

    /** The most elements of one list or map. */
    static final int MAX_ELEMENTS = 5_000;

    private static final long MAX_COST = 2_000_000;
    private static final long MAX_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int CHARACTERS_PER_COST = 16;
    private static final int ELEMENTS_PER_COST = 32;
    private static final int STEPS_BETWEEN_CLOCK_CHECKS = 256;

    private final long started = System.nanoTime();
    private long cost;
    private int steps;

    @Override
    public void callback(CelExpr expression, Object value) {
        int weight = weigh(value);
        cost += 1 + weight;
        if (cost > MAX_COST) {
            throw new EvaluationStopped("it needs too many steps");
        }
        // The flag is left set: what is evaluated after this must stop as well.
        if (Thread.currentThread().isInterrupted()) {
            throw new EvaluationStopped("it was interrupted");
        }
        // What is done with a large value can take as long as many steps.
        if ((weight > 0 || ++steps % STEPS_BETWEEN_CLOCK_CHECKS == 0) && System.nanoTime() - started > MAX_NANOS) {
            throw new EvaluationStopped("it takes too long");
        }
    }

    private static int weigh(Object value) {
        if (value instanceof String text) {
            return limited(text.length(), MAX_TEXT, "a text gets too long") / CHARACTERS_PER_COST;
        }
        if (value instanceof List<?> list) {
            return limited(list.size(), MAX_ELEMENTS, "a list gets too long") / ELEMENTS_PER_COST;
        }
        if (value instanceof Map<?, ?> map) {
            return limited(map.size(), MAX_ELEMENTS, "a map gets too large") / ELEMENTS_PER_COST;
        }
        return 0;
    }

    /** The size, if it is within the limit. */
    static int limited(long size, int limit, String reason) {
        if (size > limit) {
            throw new EvaluationStopped(reason);
        }
        return (int) size;
    }
}
