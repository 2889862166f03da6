package org.gatehouse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Where a run took place.
 *
 * @param load the load average of the minute before: near 0 on a machine that does nothing else
 */
record Machine(Instant time, String processor, int cores, long memoryMiB, String kernel, String java, double load) {

    static Machine now() throws IOException {
        return new Machine(Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS), value("/proc/cpuinfo", "model name"),
                Runtime.getRuntime().availableProcessors(),
                Long.parseLong(value("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", "")) / 1024,
                System.getProperty("os.version"), System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]));
    }

    String description() {
        return String.format("%s, %d cores, %d MiB, Linux %s, %s", processor, cores, memoryMiB, kernel, java);
    }

    private static String value(String file, String key) throws IOException {
        return Files.readAllLines(Path.of(file)).stream().filter(line -> line.startsWith(key)).findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip()).orElse("unknown");
    }
}
