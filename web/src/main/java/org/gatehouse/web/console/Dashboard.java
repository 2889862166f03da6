package org.gatehouse.web.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.type.ModelQuery;

/** The console's first page: how much there is of everything, and what happened last. */
@Named("dashboard")
@RequestScoped
public class Dashboard {

    private static final int LAST = 8;

    /** How many objects a list has. */
    public record Count(ConsoleSection section, long number) {
    }

    @Inject
    private ConsoleObjects objects;

    @Inject
    private ConsoleSections sections;

    private List<Count> counts;
    private List<EventRow> events;

    public List<Count> getCounts() {
        if (counts == null) {
            counts = Stream.of("users", "applications", "flows", "sessions").flatMap(name -> sections.find(name).stream())
                    .filter(objects::sees)
                    .map(section -> new Count(section, objects.list(section, new ModelQuery("", Map.of(), "", 1, 1)).count())).toList();
        }
        return counts;
    }

    public List<EventRow> getEvents() {
        if (events == null) {
            events = objects.findModel(EventRow.MODEL).filter(model -> objects.sees(model.name()))
                    .map(model -> objects.list(model, new ModelQuery("", Map.of(), "-created", 1, LAST)).rows())
                    .orElse(List.<JsonObject>of()).stream().map(EventRow::of).toList();
        }
        return events;
    }
}
