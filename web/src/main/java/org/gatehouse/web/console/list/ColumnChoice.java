package org.gatehouse.web.console.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.type.Model;
import org.gatehouse.web.console.Column;
import org.gatehouse.web.console.Columns;
import org.gatehouse.web.console.ConsoleSection;

/** Which columns a list has: the first one always, as it leads to the object; the others as the person chose. */
final class ColumnChoice {

    private ColumnChoice() {
    }

    /** All columns that can be chosen, those of the list first. */
    static List<Column> offered(ConsoleSection section, Optional<Model> model) {
        Map<String, Column> offered = new LinkedHashMap<>();
        section.columns().forEach(column -> offered.put(column.field(), column));
        model.map(Columns::fitting).orElse(List.of()).forEach(column -> offered.putIfAbsent(column.field(), column));
        return List.copyOf(offered.values());
    }

    /** @param chosen the fields chosen; none of them for those of the list */
    static List<Column> shown(ConsoleSection section, Optional<Model> model, List<String> chosen) {
        List<Column> offered = offered(section, model);
        List<Column> shown = new ArrayList<>(offered.subList(0, 1));
        offered.stream().skip(1).filter(column -> chosen.contains(column.field())).forEach(shown::add);
        return chosen.isEmpty() ? section.columns() : List.copyOf(shown);
    }
}
