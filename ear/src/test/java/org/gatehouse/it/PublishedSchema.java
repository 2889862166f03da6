package org.gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.gatehouse.it.contract.PublishedApi;

/** The schema that clients were generated from, as npm's {@code @goauthentik/api} carries it. */
final class PublishedSchema {

    private static PublishedApi published;

    private PublishedSchema() {
    }

    /** Fetches the package once for all tests. */
    static synchronized PublishedApi get() {
        if (published == null) {
            published = PublishedApi.read(install().resolve("node_modules/@goauthentik/api/schema.yml"));
        }
        return published;
    }

    /** Installs the package and returns the folder in which scripts can import it. */
    static synchronized Path install() {
        ExternalTool.require("npm", "nodejs, npm");
        Path folder = Path.of(System.getProperty("gatehouse.test.directory")).resolve("published-api");
        Path scripts = Path.of(System.getProperty("gatehouse.test.scripts")).resolve("published-api");
        try {
            Files.createDirectories(folder);
            for (String file : List.of("package.json", "package-lock.json", ".npmrc", "application-life.mjs")) {
                Files.copy(scripts.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        ExternalTool.run(folder, List.of("npm", "ci", "--silent", "--ignore-scripts"));
        return folder;
    }
}
