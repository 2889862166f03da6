package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.access.AccessDenied;
import org.gatehouse.type.Model;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.type.ObjectNotFound;

/** The objects a reference can point to, with the names people know them by. Each target is read once per request. */
@RequestScoped
public class ReferenceOptions {

    /** What is known of a target: the first page of objects, and how many there are. */
    private record Known(List<Option> options, long count) {
    }

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ConsoleSections sections;

    private final Map<ReferenceTarget, Known> known = new HashMap<>();

    /** The first hundred; a select with more entries helps nobody. */
    List<Option> of(ReferenceTarget target) {
        return known(target).options();
    }

    private Known known(ReferenceTarget target) {
        Known read = known.get(target);
        if (read == null) {
            read = read(target);
            known.put(target, read);
        }
        return read;
    }

    /** The list of the console in which the others are; empty when there are none. */
    String list(ReferenceTarget target) {
        Known read = known(target);
        return read.count() > read.options().size() ? sections.ofModel(target.model(), target.family()).map(ConsoleSection::name).orElse("") : "";
    }

    /** The object with this key, however many there are. */
    Optional<Option> named(ReferenceTarget target, String key) {
        try {
            Optional<Model> model = target.family().isPresent() ? Optional.of(objects.modelOf(target.family().get(), key))
                    : objects.findModel(target.model());
            JsonObject identifiers = Json.createObjectBuilder().add("pk", key).build();
            return model.flatMap(known -> known.find(identifiers).map(found -> option(objects.managed().read(objects.actor(), known, found))));
        } catch (ObjectNotFound | AccessDenied unknown) {
            return Optional.empty();
        }
    }

    /** The first objects of a list of the console. */
    public List<Option> ofList(String name) {
        return sections.find(name).map(section -> new ReferenceTarget(section.family(), section.model())).map(this::of).orElse(List.of());
    }

    /** Everything that stages or policies can be bound to. */
    List<Option> targets() {
        return ReferenceTarget.BOUND_TO.stream().flatMap(target -> of(target).stream()).toList();
    }

    private Known read(ReferenceTarget target) {
        ModelPage found = list(target, new ModelQuery("", Map.of(), "", 1, ModelQuery.MAX_PAGE_SIZE));
        return new Known(found.rows().stream().map(ReferenceOptions::option).toList(), found.count());
    }

    private ModelPage list(ReferenceTarget target, ModelQuery query) {
        return target.family().isPresent() ? objects.list(target.family().get(), query)
                : objects.findModel(target.model()).map(model -> objects.list(model, query)).orElse(new ModelPage(List.of(), 0));
    }

    /** The name, with the slug where two things often have the same name. */
    public static Option option(JsonObject row) {
        String value = Stream.of("pk", "brand_uuid", "uuid", "pbm_uuid").map(row::get).filter(java.util.Objects::nonNull).findFirst()
                .map(Cell::text).orElse("");
        String label = Stream.of("username", "name", "identifier", "domain", "stage_obj.name", "policy_obj.name", "group_obj.name", "user_obj.username")
                .map(path -> Cell.text(Cell.at(row, path))).filter(text -> !text.isEmpty()).findFirst().orElse(value);
        Optional<String> slug = Optional.ofNullable(row.get("slug")).map(Cell::text);
        return new Option(value, slug.map(text -> label + " (" + text + ")").orElse(label));
    }
}
