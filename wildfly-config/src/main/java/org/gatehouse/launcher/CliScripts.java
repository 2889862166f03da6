package org.gatehouse.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The CLI scripts of {@code src/main/cli}, packed beside these classes, and the JDBC driver that they install. */
final class CliScripts {

    private static final String FOLDER = "org/gatehouse/wildfly/cli";

    private final Map<String, String> texts;

    private CliScripts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Reads them from the jar or, in an unpacked build, from the class directory. */
    static CliScripts bundled() {
        Path code = codeSource(CliScripts.class);
        try {
            if (Files.isDirectory(code)) {
                return new CliScripts(read(code.resolve(FOLDER)));
            }
            try (FileSystem jar = FileSystems.newFileSystem(code)) {
                return new CliScripts(read(jar.getPath(FOLDER)));
            }
        } catch (IOException e) {
            throw new StartupFailure("the CLI scripts cannot be read from " + code + ": " + e.getMessage(), e);
        }
    }

    /** Changes with each change of a script or of the driver's version. */
    Fingerprint fingerprint(String serverVersion) {
        Map<String, String> inputs = new TreeMap<>(texts);
        inputs.put("server", serverVersion);
        inputs.put("driver", driver().getFileName().toString());
        return Fingerprint.ofTexts(inputs);
    }

    /** Writes what an operator has in front of him: the scripts and {@code postgresql.jar}. */
    void writeTo(Path directory) throws IOException {
        Files.createDirectories(directory);
        for (Map.Entry<String, String> script : texts.entrySet()) {
            Files.writeString(directory.resolve(script.getKey()), script.getValue());
        }
        Files.copy(driver(), directory.resolve("postgresql.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path driver() {
        return codeSource(org.postgresql.Driver.class);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static Path codeSource(Class<?> type) {
        URL location = type.getProtectionDomain().getCodeSource().getLocation();
        try {
            return Path.of(new URI(location.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
