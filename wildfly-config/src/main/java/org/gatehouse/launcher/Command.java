package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A short-lived program of the operating system, run to its end with its output collected. */
final class Command {

    private final List<String> line;
    private final ProcessBuilder builder;

    Command(List<String> line) {
        this.line = List.copyOf(line);
        this.builder = new ProcessBuilder(new ArrayList<>(line)).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    }

    Command in(Path directory) {
        builder.directory(directory.toFile());
        return this;
    }

    Command with(Map<String, String> environment) {
        builder.environment().putAll(environment);
        return this;
    }

    Command without(String... variables) {
        for (String variable : variables) {
            builder.environment().remove(variable);
        }
        return this;
    }

    /** Runs and returns the output. @throws StartupFailure with the output's last line when the exit code is not 0 */
    String run() {
        Outcome outcome = outcome();
        if (outcome.code() != 0) {
            throw new StartupFailure(line.get(0) + " failed (" + outcome.code() + "): " + outcome.lastLine());
        }
        return outcome.output();
    }

    /** Whether it runs and exits with 0. */
    boolean succeeds() {
        try {
            return outcome().code() == 0;
        } catch (StartupFailure notRunnable) {
            return false;
        }
    }

    private Outcome outcome() {
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), Charset.defaultCharset());
            return new Outcome(process.waitFor(), output);
        } catch (IOException e) {
            throw new StartupFailure(line.get(0) + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailure(line.get(0) + " was interrupted", e);
        }
    }

    private record Outcome(int code, String output) {

        String lastLine() {
            return output.lines().filter(text -> !text.isBlank()).reduce((first, second) -> second).orElse("no output").strip();
        }
    }
}
