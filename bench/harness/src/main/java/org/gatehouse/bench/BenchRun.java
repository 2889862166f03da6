package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Entry point of {@code bench/run}. */
public final class BenchRun {

    private BenchRun() {
    }

    /** Measures the scenarios named; ends with 2 for a wrong command line and with 1 when the run fails. */
    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(2);
            return;
        }
        try {
            run(options, Path.of(System.getProperty("bench.directory")));
            System.exit(0);
        } catch (RuntimeException failed) {
            failed.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(Options options, Path bench) throws IOException {
        Path work = bench.resolve("target/work");
        Path servers = bench.resolve("harness/target/servers");
        Files.createDirectories(work);
        Machine machine = Machine.now();
        Results results;
        try (Database postgres = Database.start(work);
                Product gatehouse = new GatehouseProduct(postgres, work, find(servers, "wildfly-dist"), ear(bench));
                Product keycloak = new KeycloakProduct(postgres, work, find(servers, "keycloak-quarkus-dist"))) {
            // A run that is interrupted leaves no server behind.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> List.of(gatehouse, keycloak).forEach(Product::close)));
            Optional<Profiler> profiler = options.profile() ? Optional.of(new Profiler(bench.resolve("target/profiles"))) : Optional.empty();
            List<Product> products = List.of(gatehouse, keycloak);
            Plan plan = new Plan(products, new Trial(postgres, products, options.size(), profiler), options);
            results = new Results(machine, options.size(), plan.run());
        }
        results.write(options.everything() ? bench.resolve("results") : bench.resolve("target/results"));
    }

    private static Path ear(Path bench) throws IOException {
        return find(bench.resolve("../ear/target"), "gatehouse.ear");
    }

    private static Path find(Path directory, String prefix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().startsWith(prefix)).findFirst()
                    .orElseThrow(() -> new IllegalStateException("no " + prefix + " in " + directory + "; run without --no-build"));
        }
    }
}
