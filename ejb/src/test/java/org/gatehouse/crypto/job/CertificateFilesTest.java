package org.gatehouse.crypto.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateFilesTest {

    @TempDir
    private Path folder;

    private void write(String file) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, file);
    }

    @Test
    void knowsTheUsualPlaces() throws IOException {
        for (String file : new String[] {"live/example.com/fullchain.pem", "live/example.com/privkey.pem", "live/example.com/cert.pem", "k8s/tls.crt",
            "k8s/tls.key", "ca.pem", "flat.pem", "flat.key", "alone.crt", "notes.txt", ".git/x.pem", "k8s/..data/tls.crt"}) {
            write(file);
        }

        Map<String, CertificateFiles> found = CertificateFiles.in(folder);

        assertThat(found).containsOnlyKeys("alone", "example.com", "flat", "k8s");
        assertThat(found.get("example.com").keyText()).hasValue("live/example.com/privkey.pem");
        assertThat(found.get("flat").keyText()).hasValue("flat.key");
        assertThat(found.get("alone").keyText()).isEmpty();
    }
}
