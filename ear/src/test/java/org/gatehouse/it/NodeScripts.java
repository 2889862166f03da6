package org.gatehouse.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The scripts of {@code src/test/node}, with npm's libraries beside them. */
final class NodeScripts {

    private static Path directory;

    private NodeScripts() {
    }

    /** Installs the libraries once for all tests. */
    static synchronized Path install() {
        if (directory == null) {
            ExternalTool.require("npm", "nodejs, npm");
            Path scripts = Path.of(System.getProperty("gatehouse.test.directory")).resolve("node-scripts");
            try {
                Files.createDirectories(scripts);
                for (String file : List.of("package.json", "package-lock.json", ".npmrc", "relying-party.mjs")) {
                    Files.copy(Path.of(System.getProperty("gatehouse.test.scripts")).resolve(file), scripts.resolve(file),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
            ExternalTool.run(scripts, List.of("npm", "ci", "--silent"));
            directory = scripts;
        }
        return directory;
    }

    /** Lets the relying party do what the order says, and returns what it prints last. */
    static JsonObject relyingParty(JsonObject order) {
        String printed = ExternalTool.run(install(), List.of("node", "relying-party.mjs", order.toString()));
        return parse(printed.strip().lines().reduce((first, last) -> last).orElse(""));
    }

    /** The same for somebody who answers what it prints first. */
    static BufferedReader start(JsonObject order) {
        try {
            return new ProcessBuilder("node", "relying-party.mjs", order.toString()).directory(install().toFile()).redirectErrorStream(true).start()
                    .inputReader(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static JsonObject parse(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        } catch (RuntimeException notJson) {
            throw new AssertionError("The script printed: " + line, notJson);
        }
    }
}
