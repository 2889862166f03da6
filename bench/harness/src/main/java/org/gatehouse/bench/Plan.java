package org.gatehouse.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ObjIntConsumer;

/**
 * The order of a run: each product starts on an empty database and gets its objects; both start again; loads at the first number
 * of users; some at growing numbers of applications and users; memory; and last, after one more start with a fast hash, the login that shows the server.
 */
final class Plan {

    private static final long SETTLE_MILLIS = 3_000;

    private final List<Product> products;
    private final Trial trial;
    private final Options options;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    Plan(List<Product> products, Trial trial, Options options) {
        this.products = products;
        this.trial = trial;
        this.options = options;
        options.scenarios().forEach(this::announce);
    }

    private void announce(Scenario scenario) {
        if (scenario.kind() == Scenario.Kind.USERS) {
            options.size().users().forEach(users -> row(scenario, users, "users"));
        } else if (scenario.kind() == Scenario.Kind.APPLICATIONS) {
            options.size().applications().forEach(applications -> row(scenario, applications, "applications"));
        } else {
            row(scenario);
        }
    }

    List<Row> run() {
        coldStarts();
        warmStarts();
        int first = options.size().users().get(0);
        products.forEach(product -> product.ensureUsers(first));
        of(Scenario.Kind.LOAD).stream().filter(scenario -> scenario != Scenario.LOGIN_FAST)
                .forEach(scenario -> trial.run(scenario, row(scenario)));
        growth(Scenario.Kind.APPLICATIONS, options.size().applications(), "applications", Product::ensureApplications);
        growth(Scenario.Kind.USERS, options.size().users(), "users", Product::ensureUsers);
        products.forEach(product -> row(Scenario.RSS_LOAD).add(product.name(), product.usage().residentMiB()));
        if (options.scenarios().contains(Scenario.LOGIN_FAST)) {
            products.forEach(product -> {
                product.close();
                product.start(true);
                product.ensureUsers(first);
            });
            trial.run(Scenario.LOGIN_FAST, row(Scenario.LOGIN_FAST));
        }
        return rows.values().stream().filter(row -> options.scenarios().stream().anyMatch(s -> row.id().startsWith(s.id()))).toList();
    }

    private void coldStarts() {
        for (Product product : products) {
            record(Scenario.START_COLD, product, product.start(false));
            product.prepare();
            product.close();
        }
    }

    /** Alternating, each alone on the machine; in the end both run. */
    private void warmStarts() {
        int starts = options.scenarios().contains(Scenario.START_WARM) ? options.size().rounds() : 1;
        for (int round = 1; round <= starts; round++) {
            for (Product product : products) {
                record(Scenario.START_WARM, product, product.start(false));
                pause();
                row(Scenario.RSS_IDLE).add(product.name(), product.usage().residentMiB());
                if (round < starts) {
                    product.close();
                }
            }
        }
    }

    private void growth(Scenario.Kind kind, List<Integer> counts, String things, ObjIntConsumer<Product> ensure) {
        List<Scenario> scenarios = of(kind);
        if (scenarios.isEmpty()) {
            return;
        }
        for (int count : counts) {
            products.forEach(product -> ensure.accept(product, count));
            scenarios.forEach(scenario -> trial.run(scenario, row(scenario, count, things)));
        }
    }

    private void record(Scenario scenario, Product product, double seconds) {
        row(scenario).add(product.name(), seconds);
        System.out.printf("  %-44s %-9s %9.1f s%n", scenario.title(), product.name(), seconds);
    }

    private List<Scenario> of(Scenario.Kind kind) {
        return options.scenarios().stream().filter(scenario -> scenario.kind() == kind).toList();
    }

    private Row row(Scenario scenario) {
        String unit = scenario.kind() != Scenario.Kind.LIFECYCLE ? "/s" : scenario.id().startsWith("rss") ? "MiB" : "s";
        return rows.computeIfAbsent(scenario.id(), id -> new Row(id, scenario.title(), unit));
    }

    private Row row(Scenario scenario, int count, String things) {
        return rows.computeIfAbsent(scenario.id() + "-" + count,
                id -> new Row(id, scenario.title() + String.format(Locale.ROOT, ", %,d %s", count, count == 1 ? things.replaceFirst("s$", "") : things), "/s"));
    }

    private static void pause() {
        try {
            Thread.sleep(SETTLE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
