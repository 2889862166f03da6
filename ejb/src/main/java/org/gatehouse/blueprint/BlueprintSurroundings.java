package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What of this node blueprints can see: files below {@code gatehouse.blueprints.directory} (none by default) and variables of the
 * environment named in {@code gatehouse.blueprints.environment} ({@code BLUEPRINT_*} by default).
 */
@ApplicationScoped
public class BlueprintSurroundings {

    private static final String OWN = "GATEHOUSE_";

    @Inject
    @ConfigProperty(name = "gatehouse.blueprints.directory")
    private Optional<String> directory;

    @Inject
    @ConfigProperty(name = "gatehouse.blueprints.environment", defaultValue = "BLUEPRINT_*")
    private List<String> readable;

    private final UnaryOperator<String> environment;

    public BlueprintSurroundings() {
        environment = System::getenv;
    }

    BlueprintSurroundings(Optional<String> directory, List<String> readable, UnaryOperator<String> environment) {
        this.directory = directory;
        this.readable = readable;
        this.environment = environment;
    }

    /**
     * A variable of the environment; empty when it is not set.
     *
     * @throws IllegalArgumentException when blueprints may not read it; its own variables the product never gives away
     */
    public Optional<String> environment(String name) {
        if (name.toUpperCase(Locale.ROOT).startsWith(OWN) || readable.stream().map(String::strip).noneMatch(allowed -> fits(name, allowed))) {
            throw new IllegalArgumentException("cannot read " + name + ": gatehouse.blueprints.environment does not allow it.");
        }
        return Optional.ofNullable(environment.apply(name));
    }

    private static boolean fits(String name, String allowed) {
        return allowed.endsWith("*") ? name.startsWith(allowed.substring(0, allowed.length() - 1)) : name.equals(allowed);
    }

    /**
     * The text of a file of the blueprint directory, by its path in there; empty when there is none.
     *
     * @throws IllegalArgumentException when it is outside of the directory, too long or no text
     */
    public Optional<String> file(String path) {
        try {
            Optional<Path> root = root();
            if (root.isEmpty()) {
                throw new IllegalArgumentException("reads no files: gatehouse.blueprints.directory is not set.");
            }
            Path file = root.get().resolve(path).normalize();
            if (!file.startsWith(root.get())) {
                throw outside();
            }
            return Files.isRegularFile(file) ? Optional.of(text(root.get(), file)) : Optional.empty();
        } catch (InvalidPathException impossible) {
            throw new IllegalArgumentException("needs the path of a file.", impossible);
        }
    }

    /** Links are followed before it is decided where the file is. */
    private static String text(Path root, Path file) {
        try {
            if (!file.toRealPath().startsWith(root)) {
                throw outside();
            }
            if (Files.size(file) > YamlTree.LONGEST_TEXT) {
                throw new IllegalArgumentException("reads files of at most a megabyte.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException binary) {
            throw new IllegalArgumentException("reads files that are UTF-8 text only.", binary);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("cannot read this file.", unreadable);
        }
    }

    private static IllegalArgumentException outside() {
        return new IllegalArgumentException("reads files of the blueprint directory only.");
    }

    /** When a file of the directory was last changed; empty when there is none. */
    Optional<Instant> modified(String path) {
        try {
            return root().map(root -> root.resolve(path)).filter(Files::isRegularFile).map(BlueprintSurroundings::modified);
        } catch (InvalidPathException impossible) {
            return Optional.empty();
        }
    }

    private static Instant modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** The blueprints in the directory, by their paths in there, in alphabetical order; none when it is not set or not there. */
    List<String> blueprints() {
        Optional<Path> root = root();
        if (root.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(root.get(), 5)) {
            return found.filter(Files::isRegularFile).map(file -> root.get().relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".yaml") || name.endsWith(".yml")).sorted().limit(1_000).toList();
        } catch (IOException | UncheckedIOException unreadable) {
            return List.of();
        }
    }

    private Optional<Path> root() {
        return directory.filter(name -> !name.isBlank()).map(Path::of).filter(Files::isDirectory).map(found -> {
            try {
                return found.toRealPath();
            } catch (IOException gone) {
                return null;
            }
        });
    }
}
