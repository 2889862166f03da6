package org.gatehouse.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An unpacked Keycloak, built once for PostgreSQL. */
record KeycloakHome(Path directory) {

    /** Unpacks and builds, unless that was done before with the same distribution. */
    static KeycloakHome provision(Path distribution, Path directory) {
        KeycloakHome home = new KeycloakHome(directory);
        Path marker = directory.resolve("bench-built-" + distribution.getFileName());
        try {
            if (!Files.exists(marker)) {
                home.unpack(distribution);
                int status = home.start(List.of("build", "--db=postgres", "--cache=local"), Map.of()).waitFor();
                if (status != 0) {
                    throw new IllegalStateException("kc.sh build ended with " + status + ", see " + home.log());
                }
                Files.createFile(marker);
            }
            return home;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Runs kc.sh, which becomes the Java process, with the JDK of this process. */
    Process start(List<String> arguments, Map<String, String> environment) {
        List<String> line = new ArrayList<>(List.of(directory.resolve("bin/kc.sh").toString()));
        line.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log().toFile());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Path log() {
        return directory.resolve("console.log");
    }

    private void unpack(Path distribution) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(distribution))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = directory.resolve(entry.getName().substring(entry.getName().indexOf('/') + 1)).normalize();
                if (entry.isDirectory() || !target.startsWith(directory)) {
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.copy((InputStream) zip, target, StandardCopyOption.REPLACE_EXISTING);
                if (target.toString().endsWith(".sh")) {
                    target.toFile().setExecutable(true, false);
                }
            }
        }
    }
}
