package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {

    private static final String PREFIX = "2026-01-01 10:00:00,000 ERROR [org.gatehouse] (ServerService Thread Pool -- 7) ";

    @TempDir
    private Path directory;

    @Test
    void prefersTheServersOwnExplanation() throws IOException {
        ServerLog log = logOf(PREFIX + "WFLYCTL0013: Operation failed", "Caused by: java.lang.IllegalStateException: deep",
                PREFIX + "GATEHOUSE-STARTUP: the schema is newer than this version");

        assertThat(log.reason()).contains("the schema is newer than this version");
    }

    @Test
    void namesTheInnermostCauseOtherwise() throws IOException {
        ServerLog log = logOf(PREFIX + "MSC000001: Failed", "Caused by: java.lang.RuntimeException: outer",
                "    Caused by: java.io.IOException: connection refused\"}}");

        assertThat(log.reason()).contains("IOException: connection refused");
    }

    @Test
    void countsOnlyWhatWasWrittenSinceTheLastStart() throws IOException {
        ServerLog log = logOf(PREFIX + "GATEHOUSE-STARTUP: no database");
        log.forgetEarlierLines();

        assertThat(log.reason()).isEmpty();

        Files.writeString(log.file(), PREFIX + "port taken\n", StandardOpenOption.APPEND);
        assertThat(log.reason()).contains("port taken");
    }

    @Test
    void hasNoReasonWithoutAFile() {
        assertThat(new ServerLog(directory.resolve("none.log")).reason()).isEmpty();
    }

    private ServerLog logOf(String... lines) throws IOException {
        Path file = directory.resolve("server.log");
        Files.writeString(file, String.join("\n", lines) + "\n");
        return new ServerLog(file);
    }
}
