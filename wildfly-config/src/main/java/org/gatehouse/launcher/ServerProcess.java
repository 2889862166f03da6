package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The Java process of a node, known by its pid file, so that the process of a killed launcher is found again. */
final class ServerProcess {

    private final Path pidFile;
    private final String base;

    ServerProcess(Path base) {
        this.pidFile = base.resolve("server.pid");
        this.base = base.toString();
    }

    Path pidFile() {
        return pidFile;
    }

    /** The process, if it lives and really is this node's server: process ids are used again. */
    Optional<ProcessHandle> handle() {
        try {
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::servesThisBase);
        } catch (IOException | NumberFormatException noPid) {
            return Optional.empty();
        }
    }

    /** SIGTERM: open requests end, then the server stops; after {@code patience} it is killed. */
    void stop(Duration patience) {
        handle().ifPresent(process -> {
            process.destroy();
            if (!ends(process, patience)) {
                process.destroyForcibly();
                ends(process, Duration.ofSeconds(5));
            }
        });
    }

    /** SIGKILL: as if the machine had failed. */
    void kill() {
        handle().ifPresent(process -> {
            process.destroyForcibly();
            ends(process, Duration.ofSeconds(5));
        });
    }

    private boolean servesThisBase(ProcessHandle process) {
        try {
            byte[] line = Files.readAllBytes(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return new String(line, StandardCharsets.UTF_8).contains("jboss.server.base.dir=" + base + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        CompletableFuture<ProcessHandle> end = process.onExit();
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
