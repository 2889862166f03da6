package org.gatehouse.web.console;

import jakarta.enterprise.inject.spi.CDI;
import java.util.List;
import java.util.Map;
import org.gatehouse.type.ModelQuery;
import org.primefaces.model.FilterMeta;
import org.primefaces.model.LazyDataModel;
import org.primefaces.model.SortMeta;

/** The rows of a list, read page by page as the table asks for them. */
public class ObjectRows extends LazyDataModel<ListRow> {

    private static final long serialVersionUID = 1L;

    private final transient ConsoleSection section;
    private String search = "";

    ObjectRows(ConsoleSection section) {
        this.section = section;
    }

    void search(String text) {
        search = text == null ? "" : text;
    }

    @Override
    public int count(Map<String, FilterMeta> filters) {
        return (int) Math.min(Integer.MAX_VALUE, objects().list(section, query("", 1, 1)).count());
    }

    @Override
    public List<ListRow> load(int first, int pageSize, Map<String, SortMeta> sorts, Map<String, FilterMeta> filters) {
        int size = Math.max(1, pageSize);
        ConsoleObjects objects = objects();
        return objects.list(section, query(ordering(sorts), first / size + 1, size)).rows().stream()
                .map(wire -> objects.row(section, wire)).toList();
    }

    private ModelQuery query(String ordering, int page, int pageSize) {
        return new ModelQuery(search, Map.of(), ordering.isEmpty() ? section.ordering() : ordering, page, pageSize);
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
