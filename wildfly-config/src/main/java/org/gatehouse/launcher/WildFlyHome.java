package org.gatehouse.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A provisioned server: its directory, and what it was made from. Nodes share it and keep their own base directories. */
public final class WildFlyHome {

    private final Path directory;
    private final Fingerprint fingerprint;

    WildFlyHome(Path directory, Fingerprint fingerprint) {
        this.directory = directory;
        this.fingerprint = fingerprint;
    }

    Path directory() {
        return directory;
    }

    Path script(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /** Gives a node's base directory the configuration of this server, unless it has it already; its data stays. */
    void configure(Path base) throws IOException {
        Path marker = base.resolve("configuration.fingerprint");
        Files.createDirectories(base.resolve("deployments"));
        Files.createDirectories(base.resolve("log"));
        if (!fingerprint.isRecordedIn(marker)) {
            Directories.delete(base.resolve("configuration"));
            Directories.copy(directory.resolve("standalone/configuration"), base.resolve("configuration"));
            fingerprint.recordIn(marker);
        }
    }
}
