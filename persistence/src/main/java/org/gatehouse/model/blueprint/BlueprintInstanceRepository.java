package org.gatehouse.model.blueprint;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on blueprint instances. */
@ApplicationScoped
public class BlueprintInstanceRepository extends Repository<BlueprintInstance, UUID> {

    /** What instances are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("blueprint_instance o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").text("path", "o.path").bool("enabled", "o.enabled")
            .orders("name", "path", "enabled", "last_applied").search("o.name", "o.path");

    public BlueprintInstanceRepository() {
        super(BlueprintInstance.class);
    }

    public Optional<BlueprintInstance> findByName(String name) {
        return only(query("select b from BlueprintInstance b where b.name = :name").setParameter("name", name));
    }

    public Optional<BlueprintInstance> findByPath(String path) {
        return only(query("select b from BlueprintInstance b where b.path = :path").setParameter("path", path));
    }
}
