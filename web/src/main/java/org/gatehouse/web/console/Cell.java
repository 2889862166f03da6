package org.gatehouse.web.console;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import org.gatehouse.web.page.BrowserName;

/**
 * One value of a list as it is shown.
 *
 * @param kind how it is written
 * @param text the value in words, empty when there is none
 */
public record Cell(Column.Kind kind, String text) {

    static Cell of(Column column, JsonObject row) {
        JsonValue value = at(row, column.field());
        String text = column.kind() == Column.Kind.COUNT && value instanceof JsonArray array ? String.valueOf(array.size()) : text(value);
        return new Cell(column.kind(), column.kind() == Column.Kind.BROWSER ? BrowserName.of(text) : text);
    }

    /** The value at a path; JSON null when the path leads nowhere. */
    public static JsonValue at(JsonObject row, String path) {
        JsonValue value = row;
        for (String name : path.split("\\.")) {
            value = value instanceof JsonObject object ? object.getOrDefault(name, JsonValue.NULL) : JsonValue.NULL;
        }
        return value;
    }

    /** A value in words: texts without quotes, nothing for null. */
    public static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.getString();
        }
        return value == null || value == JsonValue.NULL ? "" : value.toString();
    }

    public String getKind() {
        return kind.name();
    }

    public String getText() {
        return text;
    }
}
