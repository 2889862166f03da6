package org.gatehouse.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSecretTest {

    @TempDir
    private Path home;

    @Test
    void isMadeOnceAndKept() throws IOException {
        Map<String, String> first = new InstallationSecret(home).environment(Map.of());

        assertThat(first.get("GATEHOUSE_SECRET_KEY")).hasSize(43);
        assertThat(new InstallationSecret(home).environment(Map.of())).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secret.key")))).isEqualTo("rw-------");
    }

    @Test
    void theEnvironmentComesFirst() {
        assertThat(new InstallationSecret(home).environment(Map.of("GATEHOUSE_SECRET_KEY", "given by the operator")))
                .containsEntry("GATEHOUSE_SECRET_KEY", "given by the operator");
        assertThat(home.resolve("secret.key")).doesNotExist();
    }
}
