package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    @TempDir
    private Path directory;

    @Test
    void recognisesWhatItWasRecordedFor() throws IOException {
        Path marker = directory.resolve("marker");
        Fingerprint.ofTexts(Map.of("a", "1", "b", "2")).recordIn(marker);

        assertThat(Fingerprint.ofTexts(Map.of("b", "2", "a", "1")).isRecordedIn(marker)).isTrue();
        assertThat(Fingerprint.ofTexts(Map.of("a", "1", "b", "3")).isRecordedIn(marker)).isFalse();
        assertThat(Fingerprint.ofTexts(Map.of("a", "1", "c", "2")).isRecordedIn(marker)).isFalse();
    }

    @Test
    void recognisesNothingWithoutAMarker() {
        assertThat(Fingerprint.ofTexts(Map.of()).isRecordedIn(directory.resolve("none"))).isFalse();
    }

    @Test
    void changesWithAFilesContent() throws IOException {
        Path file = directory.resolve("file");
        Path marker = directory.resolve("marker");
        Files.writeString(file, "one");
        Fingerprint.ofFile(file).recordIn(marker);

        Files.writeString(file, "two");

        assertThat(Fingerprint.ofFile(file).isRecordedIn(marker)).isFalse();
    }

    @Test
    void coversTheScriptsAndTheServersVersion() throws IOException {
        CliScripts scripts = CliScripts.bundled();
        Path marker = directory.resolve("marker");
        scripts.fingerprint("wildfly-1.zip").recordIn(marker);

        assertThat(scripts.fingerprint("wildfly-1.zip").isRecordedIn(marker)).isTrue();
        assertThat(scripts.fingerprint("wildfly-2.zip").isRecordedIn(marker)).isFalse();
    }
}
