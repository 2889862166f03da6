package org.gatehouse.blueprint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files below {@code blueprints/} on the class path. A deployed archive cannot be listed portably, so {@code index.txt} in each
 * folder names them; a test compares the two.
 */
final class PackagedBlueprints {

    /** Those that every installation gets. */
    static final String DEFAULT = "default";

    /** Those that administrators can apply. */
    static final String EXAMPLE = "example";

    private static final String ROOT = "blueprints/";

    private PackagedBlueprints() {
    }

    /** The paths of all files of a folder, as {@link #text} takes them. */
    static List<String> paths(String folder) {
        return text(folder + "/index.txt").lines().filter(name -> !name.isBlank()).map(name -> folder + "/" + name).toList();
    }

    static String text(String path) {
        try (InputStream file = PackagedBlueprints.class.getClassLoader().getResourceAsStream(ROOT + path)) {
            if (file == null) {
                throw new IllegalStateException(ROOT + path + " is not in the deployment.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + ROOT + path, unreadable);
        }
    }
}
