package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The blueprints that the product brings: {@code blueprints/default/*.yaml} on the class path. A deployed archive cannot be listed
 * portably, so {@code index.txt} beside them names them; a test compares the two.
 */
@ApplicationScoped
public class DefaultBlueprintFiles {

    static final String FOLDER = "blueprints/default/";
    private static final String INDEX = "index.txt";

    @Inject
    private BlueprintReader reader;

    /** All of them, in an order in which they can be applied. */
    public List<Blueprint> all() {
        return BlueprintOrder.of(text(INDEX).lines().filter(name -> !name.isBlank())
                .map(name -> reader.read("default/" + name, text(name))).toList());
    }

    private static String text(String name) {
        try (InputStream file = DefaultBlueprintFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            if (file == null) {
                throw new IllegalStateException(FOLDER + name + " is not in the deployment.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new IllegalStateException("Cannot read " + FOLDER + name, unreadable);
        }
    }
}
