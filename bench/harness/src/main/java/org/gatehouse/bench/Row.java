package org.gatehouse.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A row of the report. Either it has samples under load, or plain values of which less is better, or nothing: pending. */
final class Row {

    private final String id;
    private final String title;
    private final String unit;
    private boolean failed;
    private final Map<String, List<Sample>> samples = new LinkedHashMap<>();
    private final Map<String, List<Double>> values = new LinkedHashMap<>();
    private final Map<String, List<Database.Counted>> statements = new LinkedHashMap<>();

    /** @param unit of plain values; {@code /s} for a row of loads */
    Row(String id, String title, String unit) {
        this.id = id;
        this.title = title;
        this.unit = unit;
    }

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    /** From now on the row shows that it failed, and no ratio. */
    void fail() {
        failed = true;
    }

    boolean hasFailed() {
        return failed;
    }

    String unit() {
        return unit;
    }

    void add(String product, Sample sample, List<Database.Counted> counted) {
        samples.computeIfAbsent(product, p -> new ArrayList<>()).add(sample);
        statements.put(product, counted.stream().limit(15).toList());
    }

    void add(String product, double value) {
        values.computeIfAbsent(product, p -> new ArrayList<>()).add(value);
    }

    List<Sample> samples(String product) {
        return samples.getOrDefault(product, List.of());
    }

    List<Double> values(String product) {
        return values.getOrDefault(product, List.of());
    }

    /** The most frequent statements of the last round. */
    List<Database.Counted> statements(String product) {
        return statements.getOrDefault(product, List.of());
    }

    boolean isPending() {
        return samples.isEmpty() && values.isEmpty() && !failed;
    }

    boolean isLoad() {
        return !samples.isEmpty();
    }

    /** Passes per second over all rounds, failed ones left out. */
    double throughput(String product) {
        double seconds = samples(product).stream().mapToDouble(s -> s.load().seconds()).sum();
        return seconds == 0 ? 0 : (count(product) - errors(product)) / seconds;
    }

    long count(String product) {
        return samples(product).stream().mapToLong(s -> s.load().count()).sum();
    }

    long errors(String product) {
        return samples(product).stream().mapToLong(s -> s.load().errors()).sum();
    }

    /** The sum over the rounds divided by the sum of the passes. */
    double perPass(String product, ToDoubleFunction<Sample> amount) {
        return samples(product).stream().mapToDouble(amount).sum() / Math.max(1, count(product));
    }

    /** The mean over the rounds. */
    double mean(String product, ToDoubleFunction<Sample> value) {
        return samples(product).stream().mapToDouble(value).average().orElse(0);
    }

    double meanValue(String product) {
        return values(product).stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** How many times as good Gatehouse is: above 1 it is ahead, in throughput or in less of a plain value. Empty without a peer. */
    Optional<Double> ratio(String gatehouse, String peer) {
        if (failed) {
            return Optional.empty();
        }
        if (samples.containsKey(gatehouse) && samples.containsKey(peer) && throughput(peer) > 0) {
            return Optional.of(throughput(gatehouse) / throughput(peer));
        }
        if (values.containsKey(gatehouse) && values.containsKey(peer)) {
            return Optional.of(meanValue(peer) / meanValue(gatehouse));
        }
        return Optional.empty();
    }
}
