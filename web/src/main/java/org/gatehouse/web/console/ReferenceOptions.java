package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;

/** The objects a reference can point to, with the names people know them by. Each target is read once per request. */
@RequestScoped
public class ReferenceOptions {

    /** A select with more entries helps nobody. */
    private static final int MOST_PAGES = 10;

    @Inject
    private ConsoleObjects objects;

    private final Map<ReferenceTarget, List<Option>> known = new HashMap<>();

    List<Option> of(ReferenceTarget target) {
        List<Option> options = known.get(target);
        if (options == null) {
            options = read(target);
            known.put(target, options);
        }
        return options;
    }

    /** Everything that stages or policies can be bound to. */
    List<Option> targets() {
        return ReferenceTarget.BOUND_TO.stream().flatMap(target -> of(target).stream()).toList();
    }

    private List<Option> read(ReferenceTarget target) {
        List<Option> options = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            ModelPage found = list(target, new ModelQuery("", Map.of(), "", page, ModelQuery.MAX_PAGE_SIZE));
            found.rows().forEach(row -> options.add(option(row)));
            if (options.size() >= found.count() || found.rows().isEmpty()) {
                break;
            }
        }
        return List.copyOf(options);
    }

    private ModelPage list(ReferenceTarget target, ModelQuery query) {
        return target.family().isPresent() ? objects.list(target.family().get(), query)
                : objects.findModel(target.model()).map(model -> objects.list(model, query)).orElse(new ModelPage(List.of(), 0));
    }

    /** The name, with the slug where two things often have the same name. */
    static Option option(JsonObject row) {
        String value = Stream.of("pk", "brand_uuid", "uuid", "pbm_uuid").map(row::get).filter(java.util.Objects::nonNull).findFirst()
                .map(Cell::text).orElse("");
        String label = Stream.of("username", "name", "identifier", "domain", "stage_obj.name", "policy_obj.name", "group_obj.name", "user_obj.username")
                .map(path -> Cell.text(Cell.at(row, path))).filter(text -> !text.isEmpty()).findFirst().orElse(value);
        Optional<String> slug = Optional.ofNullable(row.get("slug")).map(Cell::text);
        return new Option(value, slug.map(text -> label + " (" + text + ")").orElse(label));
    }
}
