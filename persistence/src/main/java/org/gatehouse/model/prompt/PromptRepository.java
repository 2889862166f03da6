package org.gatehouse.model.prompt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.ListColumns;
import org.gatehouse.model.Repository;

/** Queries on prompts. */
@ApplicationScoped
public class PromptRepository extends Repository<Prompt, UUID> {

    /** What prompts are listed by. */
    public static final ListColumns COLUMNS = ListColumns.of("prompt o", "o.name")
            .uuid("pk", "o.id").text("name", "o.name").text("field_key", "o.field_key").text("label", "o.label")
            .text("placeholder", "o.placeholder").choice("type", PromptType.class, "o.type")
            .orders("name", "field_key", "label", "type", "required", "placeholder").order("order", "o.position")
            .search("o.name", "o.field_key", "o.label");

    public PromptRepository() {
        super(Prompt.class);
    }

    public Optional<Prompt> findByName(String name) {
        return only(query("select p from Prompt p where p.name = :name").setParameter("name", name));
    }

    /** The stages that ask for each of the prompts. */
    public Map<UUID, List<UUID>> stagesOf(Collection<UUID> prompts) {
        return prompts.isEmpty() ? Map.of() : pairs("SELECT DISTINCT r.prompt_id, r.owner_id FROM object_reference r"
                + " WHERE r.owner_family = 'stage' AND r.prompt_id IN (" + marks(prompts) + ")", prompts.toArray());
    }
}
