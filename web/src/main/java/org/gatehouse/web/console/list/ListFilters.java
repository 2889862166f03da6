package org.gatehouse.web.console.list;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.FieldKind;
import org.gatehouse.type.Model;
import org.gatehouse.web.console.Column;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ConsoleSection;
import org.gatehouse.web.console.FieldLabels;
import org.gatehouse.web.console.Option;

/** What a list can be narrowed down by: the model's own filters whose values can be offered, and a few that are typed. */
@RequestScoped
public class ListFilters {

    /** Filters of models whose rows have no such field. */
    private static final Map<String, List<String>> TYPED = Map.of("authentik_events.event", List.of("action", "username", "client_ip"),
            "authentik_core.token", List.of("user__username"), "authentik_core.authenticatedsession", List.of("user__username"));

    @Inject
    private ConsoleObjects objects;

    @Inject
    private FieldLabels labels;

    /** @param chosen the values by filter */
    List<ListFilter> of(ConsoleSection section, Map<String, String> chosen) {
        Optional<Model> model = section.family().isPresent() ? Optional.empty() : objects.findModel(section.model());
        return model.map(known -> of(known, chosen)).orElse(List.of());
    }

    private List<ListFilter> of(Model model, Map<String, String> chosen) {
        Stream<ListFilter> choices = model.fields().stream().filter(field -> model.filters().contains(field.wireName()))
                .flatMap(field -> choices(model, field).stream()
                        .map(options -> filter(model, field.wireName(), options, chosen)));
        Stream<ListFilter> texts = TYPED.getOrDefault(model.name(), List.of()).stream().filter(model.filters()::contains)
                .map(name -> filter(model, name, List.of(), chosen));
        return Stream.concat(texts, choices).toList();
    }

    private Optional<List<Option>> choices(Model model, FieldDescriptor field) {
        if (field.kind() == FieldKind.BOOLEAN) {
            return Optional.of(List.of(new Option("true", labels.text("yes")), new Option("false", labels.text("no"))));
        }
        if (field.kind() != FieldKind.CHOICE || field.list()) {
            return Optional.empty();
        }
        List<Option> options = new ArrayList<>();
        labels.choices(model.name(), field).forEach((value, label) -> options.add(new Option(value, label)));
        return Optional.of(options);
    }

    private ListFilter filter(Model model, String name, List<Option> options, Map<String, String> chosen) {
        return new ListFilter(name, labels.column(model.name(), Column.text(name)), options, chosen.getOrDefault(name, ""));
    }
}
