package org.gatehouse.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Puts the products under one load after the other, A B A B, and writes down what it cost. */
final class Trial {

    private final Database postgres;
    private final List<Product> products;
    private final Size size;
    private final Optional<Profiler> profiler;

    Trial(Database postgres, List<Product> products, Size size, Optional<Profiler> profiler) {
        this.postgres = postgres;
        this.products = products;
        this.size = size;
        this.profiler = profiler;
    }

    /** Measures a row. One that fails is shown as failed and does not cost the others their results. */
    void run(Scenario scenario, Row row) {
        try {
            measureAll(scenario, row);
        } catch (IllegalStateException failed) {
            row.fail();
            System.err.println("  " + row.title() + " failed: " + failed.getMessage());
        }
    }

    private void measureAll(Scenario scenario, Row row) {
        for (int round = 1; round <= size.rounds(); round++) {
            for (Product product : products) {
                Optional<Load> load = product.load(scenario);
                if (load.isPresent()) {
                    Load.Running running = load.get().prepare();
                    running.run(Duration.ofSeconds(size.warmUp(round)));
                    measure(product, running, row);
                }
            }
        }
        profiler.ifPresent(jfr -> jfr.profile(products.get(0), scenario, row, Duration.ofSeconds(size.measured())));
    }

    private void measure(Product product, Load.Running load, Row row) {
        postgres.forgetStatements();
        double cpu = product.usage().cpuSeconds();
        double databaseCpu = postgres.usage().cpuSeconds();
        LoadResult result = load.run(Duration.ofSeconds(size.measured()));
        double usedCpu = product.usage().cpuSeconds() - cpu;
        double usedDatabaseCpu = postgres.usage().cpuSeconds() - databaseCpu;
        List<Database.Counted> counted = postgres.statements(product.database());
        long advisory = counted.stream().filter(c -> c.statement().contains("advisory_")).mapToLong(Database.Counted::calls).sum();
        row.add(product.name(), new Sample(result, usedCpu, usedDatabaseCpu, product.usage().residentMiB(),
                counted.stream().mapToLong(Database.Counted::calls).sum(), advisory), counted);
        System.out.printf("  %-44s %-9s %9.1f/s  p50 %7.1f ms  p99 %7.1f ms  errors %d%n", row.title(), product.name(),
                (result.count() - result.errors()) / result.seconds(), result.p50(), result.p99(), result.errors());
    }
}
