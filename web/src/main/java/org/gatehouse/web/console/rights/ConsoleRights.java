package org.gatehouse.web.console.rights;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.access.Actor;
import org.gatehouse.access.Permission;
import org.gatehouse.access.Permissions;
import org.gatehouse.type.Model;
import org.gatehouse.type.ObjectRights;
import org.gatehouse.type.TypeDescriptor;
import org.gatehouse.type.TypeRegistry;
import org.gatehouse.web.console.ConsoleSection;
import org.gatehouse.web.http.CurrentSession;

/** What the person at the console may see and do. */
@Named("rights")
@RequestScoped
public class ConsoleRights {

    @Inject
    private Permissions permissions;

    @Inject
    private ObjectRights objects;

    @Inject
    private TypeRegistry types;

    @Inject
    private CurrentSession current;

    private final Map<ConsoleSection, Boolean> seen = new HashMap<>();

    /** Whether a list would show anything at all to this person. */
    public boolean sees(ConsoleSection section) {
        return seen.computeIfAbsent(section, one -> models(one).anyMatch(this::sees));
    }

    /** Whether there may be objects of the kind that this person sees. */
    public boolean sees(String model) {
        return permissions.hasSomewhere(actor(), Permission.view(model));
    }

    /** Whether one of the lists would. */
    public boolean seesAny(List<ConsoleSection> sections) {
        return sections.stream().anyMatch(this::sees);
    }

    /** Whether this person can make objects that the list shows. */
    public boolean creates(ConsoleSection section) {
        return models(section).anyMatch(model -> permissions.has(actor(), Permission.add(model)));
    }

    /** Whether this person may do this with an object; with an empty key, with a new one. */
    public boolean may(Model model, String key, Model.Operation operation) {
        return operation == Model.Operation.CREATE ? permissions.has(actor(), Permission.add(model.name()))
                : objects.may(actor(), model, key, operation);
    }

    private Stream<String> models(ConsoleSection section) {
        return section.family().<Stream<String>>map(family -> types.types(family).stream().map(TypeDescriptor::model))
                .orElseGet(() -> Stream.of(section.model()));
    }

    private Actor actor() {
        return current.actor();
    }
}
