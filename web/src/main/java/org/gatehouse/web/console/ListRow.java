package org.gatehouse.web.console;

import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.web.page.PageAddress;

/** One object of a list: where its page is, and its cells by column. */
public final class ListRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final String href;
    private final String model;
    private final String key;
    private final transient Map<String, Cell> cells = new LinkedHashMap<>();

    private ListRow(String href, String model, String key) {
        this.href = href;
        this.model = model;
        this.key = key;
    }

    static ListRow of(ConsoleSection section, String model, String key, JsonObject row) {
        boolean event = section.name().equals("events");
        ListRow shown = new ListRow(event ? "/if/admin/event.xhtml?key=" + PageAddress.encode(key) : editor(model, key), model, key);
        section.columns().forEach(column -> shown.cells.put(column.field(), Cell.of(column, row)));
        return shown;
    }

    /** The page on which an object is edited. */
    public static String editor(String model, String key) {
        return "/if/admin/object.xhtml?model=" + PageAddress.encode(model) + "&key=" + PageAddress.encode(key);
    }

    public String getHref() {
        return href;
    }

    /** How the row is named when it is chosen: its model, a space, its key. */
    public String getChosen() {
        return model + ' ' + PageAddress.encode(key);
    }

    public Cell cell(Column column) {
        return cells.get(column.field());
    }
}
