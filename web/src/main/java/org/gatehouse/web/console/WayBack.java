package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.type.TypeDescriptor;

/** Where a person goes after an object: to its list, or from a binding to what it is bound to. */
@RequestScoped
public class WayBack {

    private static final List<String> BOUND_TO = List.of("authentik_flows.flow", "authentik_core.application",
            "authentik_flows.flowstagebinding");

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ConsoleSections sections;

    /** @param done what was done, for the page to say so; or empty */
    String from(String model, JsonObject wire, String done) {
        String address = target(wire).or(() -> list(model)).orElse("/if/admin/index.xhtml");
        return done.isEmpty() ? address : address + (address.contains("?") ? "&" : "?") + "done=" + done;
    }

    private Optional<String> target(JsonObject wire) {
        String pk = Cell.text(wire.get("target"));
        if (pk.isEmpty()) {
            return Optional.empty();
        }
        JsonObject identifiers = Json.createObjectBuilder().add("pk", pk).build();
        return BOUND_TO.stream().flatMap(name -> objects.findModel(name).stream())
                .flatMap(model -> model.find(identifiers).map(key -> ListRow.editor(model.name(), key) + "&tab=bindings").stream()).findFirst();
    }

    private Optional<String> list(String model) {
        return section(model).map(ConsoleSection::getHref);
    }

    /** The list in which objects of a model are. */
    Optional<ConsoleSection> section(String model) {
        return sections.ofModel(model, objects.type(model).map(TypeDescriptor::family));
    }
}
