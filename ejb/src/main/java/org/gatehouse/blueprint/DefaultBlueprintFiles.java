package org.gatehouse.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The blueprints that every installation gets: {@code blueprints/default/*.yaml} on the class path. */
@ApplicationScoped
public class DefaultBlueprintFiles {

    static final String FOLDER = "blueprints/default/";

    @Inject
    private BlueprintReader reader;

    /** All of them, in an order in which they can be applied. */
    public List<Blueprint> all() {
        return BlueprintOrder.of(PackagedBlueprints.paths(PackagedBlueprints.DEFAULT).stream()
                .map(path -> reader.read(path, PackagedBlueprints.text(path))).toList());
    }
}
