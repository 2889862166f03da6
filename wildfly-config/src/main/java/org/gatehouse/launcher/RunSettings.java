package org.gatehouse.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code mvn -Prun} was asked to do. System properties come from Maven's command line ({@code -Dgatehouse.…}), the rest
 * from the environment.
 *
 * @param home         where server, database and node live: {@code GATEHOUSE_HOME}, else {@code target/gatehouse} of the checkout
 * @param distribution WildFly's zip
 * @param database     the operator's own database; empty: an embedded PostgreSQL
 * @param initialSetup whether the first administrator has still to be set up in the browser: no bootstrap password was given
 */
public record RunSettings(Path home, Path distribution, Path ear, int portOffset, String bindAddress, String heap,
                          boolean verbose, Optional<DatabaseAccess> database, boolean initialSetup) {

    /** @throws StartupFailure naming the setting that is missing or cannot be understood */
    public static RunSettings from(Map<String, String> environment, Map<String, String> properties) {
        Path root = Path.of(required(properties, "gatehouse.root")).toAbsolutePath().normalize();
        String home = environment.getOrDefault("GATEHOUSE_HOME", "");
        return new RunSettings(
                home.isBlank() ? root.resolve("target/gatehouse") : Path.of(home).toAbsolutePath(),
                Path.of(required(properties, "gatehouse.wildfly.distribution")),
                Path.of(required(properties, "gatehouse.ear")),
                portOffset(properties.getOrDefault("gatehouse.port-offset", "0")),
                properties.getOrDefault("gatehouse.bind-address", "127.0.0.1"),
                heap(properties.getOrDefault("gatehouse.heap", "768m")),
                flag(properties.get("gatehouse.verbose")),
                database(environment),
                environment.getOrDefault("GATEHOUSE_BOOTSTRAP_PASSWORD", "").isEmpty());
    }

    private static String required(Map<String, String> properties, String name) {
        String value = properties.get(name);
        if (value == null || value.isBlank()) {
            throw new StartupFailure("the property " + name + " is not set");
        }
        return value;
    }

    private static int portOffset(String value) {
        try {
            int offset = Integer.parseInt(value.strip());
            if (offset >= 0 && offset <= 7900) {
                return offset;
            }
        } catch (NumberFormatException notANumber) {
            // answered below, as a number out of range is
        }
        throw new StartupFailure("gatehouse.port-offset must be a number from 0 to 7900, not " + value);
    }

    private static String heap(String value) {
        if (!value.matches("[1-9][0-9]*[mMgG]")) {
            throw new StartupFailure("gatehouse.heap must be a size such as 768m or 2g, not " + value);
        }
        return value;
    }

    /** {@code -Dgatehouse.verbose} alone means yes. */
    private static boolean flag(String value) {
        return value != null && !value.equalsIgnoreCase("false");
    }

    private static Optional<DatabaseAccess> database(Map<String, String> environment) {
        String url = environment.getOrDefault("GATEHOUSE_DATABASE_URL", "");
        if (url.isBlank()) {
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartupFailure("GATEHOUSE_DATABASE_URL must start with jdbc:postgresql:");
        }
        return Optional.of(new DatabaseAccess(url,
                environment.getOrDefault("GATEHOUSE_DATABASE_USERNAME", "gatehouse"),
                environment.getOrDefault("GATEHOUSE_DATABASE_PASSWORD", "")));
    }
}
