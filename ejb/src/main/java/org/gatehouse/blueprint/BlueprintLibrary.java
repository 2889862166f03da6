package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.blueprint.value.BlueprintInvalid;
import org.gatehouse.crypto.Digests;

/**
 * The blueprints that can be applied by a path: those of the product ({@code default/…}, {@code example/…}) and the files of the
 * blueprint directory. A file of the directory never stands in for one of the product.
 */
@ApplicationScoped
public class BlueprintLibrary {

    @Inject
    private BlueprintReader reader;

    @Inject
    private BlueprintSurroundings surroundings;

    @Inject
    private Clock clock;

    private Instant started;

    /** All of them, in the order of their paths within each of the three places. */
    public List<BlueprintFile> available() {
        return paths().map(this::describe).toList();
    }

    private static Stream<String> packaged() {
        return Stream.of(PackagedBlueprints.DEFAULT, PackagedBlueprints.EXAMPLE).flatMap(folder -> PackagedBlueprints.paths(folder).stream())
                .sorted();
    }

    private Stream<String> paths() {
        return Stream.concat(packaged(), surroundings.blueprints().stream()).distinct();
    }

    private BlueprintFile describe(String path) {
        String text = text(path).orElse("");
        Optional<Blueprint> read = readable(path, text);
        return new BlueprintFile(path, surroundings.modified(path).orElseGet(this::start), Digests.sha256(text), read.map(Blueprint::name).orElse(path),
                read.map(Blueprint::labels).orElse(Map.of()));
    }

    private synchronized Instant start() {
        if (started == null) {
            started = clock.instant();
        }
        return started;
    }

    private Optional<Blueprint> readable(String path, String text) {
        try {
            return Optional.of(reader.read(path, text));
        } catch (BlueprintInvalid broken) {
            return Optional.empty();
        }
    }

    /** Whether there is a file with this path. */
    public boolean has(String path) {
        return text(path).isPresent();
    }

    /**
     * The blueprint with this path.
     *
     * @throws BlueprintInvalid when there is none or it cannot be read
     */
    public Blueprint read(String path) {
        return reader.read(path, text(path).orElseThrow(() -> new BlueprintInvalid("There is no such blueprint.", 0).in(path)));
    }

    /** The blueprint that another one depends on. */
    Optional<Blueprint> find(BlueprintDependency dependency) {
        return paths().filter(path -> dependency.path().isEmpty() || dependency.path().equals(path))
                .flatMap(path -> text(path).flatMap(text -> readable(path, text)).stream()).filter(dependency::means).findFirst();
    }

    private Optional<String> text(String path) {
        if (packaged().anyMatch(path::equals)) {
            return Optional.of(PackagedBlueprints.text(path));
        }
        try {
            return path.isBlank() ? Optional.empty() : surroundings.file(path);
        } catch (IllegalArgumentException outside) {
            return Optional.empty();
        }
    }
}
