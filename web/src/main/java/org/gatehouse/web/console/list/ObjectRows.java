package org.gatehouse.web.console.list;

import jakarta.enterprise.inject.spi.CDI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.type.InvalidInput;
import org.gatehouse.type.ModelPage;
import org.gatehouse.type.ModelQuery;
import org.gatehouse.web.console.ConsoleObjects;
import org.gatehouse.web.console.ConsoleSection;
import org.gatehouse.web.console.ListRow;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a list, read page by page as the table asks for them. */
public class ObjectRows extends LazyDataModel<ListRow> {

    private static final long serialVersionUID = 1L;

    private final transient ConsoleSection section;
    private final Map<String, List<String>> filters = new LinkedHashMap<>();
    private String search = "";

    ObjectRows(ConsoleSection section) {
        this.section = section;
    }

    /** @param chosen values by filter; an empty one narrows nothing down */
    void search(String text, Map<String, String> chosen) {
        search = text == null ? "" : text;
        filters.clear();
        chosen.forEach((name, value) -> {
            if (!value.isEmpty()) {
                filters.put(name, List.of(value));
            }
        });
    }

    @Override
    public int count(Map<String, FilterMeta> unused) {
        return (int) Math.min(Integer.MAX_VALUE, list(query("", 1, 1)).count());
    }

    @Override
    public List<ListRow> load(int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> unused) {
        int size = Math.max(1, pageSize);
        ConsoleObjects objects = objects();
        return list(query(ordering(sorts), first / size + 1, size)).rows().stream().map(wire -> objects.row(section, wire)).toList();
    }

    /** Nothing is found by a value that no object can have. */
    private ModelPage list(ModelQuery query) {
        try {
            return objects().list(section, query);
        } catch (InvalidInput impossible) {
            return new ModelPage(List.of(), 0);
        }
    }

    private ModelQuery query(String ordering, int page, int pageSize) {
        return new ModelQuery(search, filters, ordering.isEmpty() ? section.ordering() : ordering, page, pageSize);
    }

    /** The order of the one column that the person chose, as the contract spells it; empty when none was chosen. */
    static String ordering(Map<String, SortMeta> sorts) {
        return sorts.values().stream().filter(SortMeta::isActive).findFirst()
                .map(sort -> (sort.getOrder().isDescending() ? "-" : "") + sort.getField()).orElse("");
    }

    /** The rows outlive the request, what reads them does not. */
    private static ConsoleObjects objects() {
        return CDI.current().select(ConsoleObjects.class).get();
    }
}
