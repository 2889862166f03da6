package org.gatehouse.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Programs that tests drive but that are not part of Java. In CI a missing one is a failure; on somebody's own machine the test
 * is skipped and says what to install.
 */
public final class ExternalTool {

    private ExternalTool() {
    }

    /** Goes on only when the program is there. */
    public static void require(String program, String debianPackage) {
        boolean there = List.of("/usr/bin/", "/usr/sbin/", "/usr/local/bin/").stream().anyMatch(folder -> Files.isExecutable(Path.of(folder + program)));
        if (System.getenv("CI") != null) {
            assertThat(there).as(program + " is installed (" + debianPackage + ")").isTrue();
        }
        assumeTrue(there, program + " is missing; install the package " + debianPackage);
    }

    /** Runs a program to its end and returns what it printed. */
    static String run(Path directory, List<String> command) {
        try {
            Path output = Files.createTempFile("gatehouse-tool", ".out");
            Process process = new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true)
                    .redirectOutput(output.toFile()).start();
            boolean ended = process.waitFor(120, TimeUnit.SECONDS);
            String text = Files.readString(output);
            Files.delete(output);
            assertThat(ended && process.exitValue() == 0).as(command.get(0) + ": " + text).isTrue();
            return text;
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
