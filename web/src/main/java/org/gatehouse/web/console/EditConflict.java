package org.gatehouse.web.console;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.type.FieldDescriptor;

/** Finds out whether somebody else has changed an object while it was being edited. */
public final class EditConflict {

    /**
     * A field that somebody else has changed meanwhile.
     *
     * @param field its name on the wire
     * @param theirs what it is now
     * @param mine what is about to be stored
     */
    public record Field(String field, String theirs, String mine) {
    }

    private EditConflict() {
    }

    /** @param loaded what the form began with; @param current what is stored now; @param typed what the form says */
    static List<Field> between(List<FieldDescriptor> fields, JsonObject loaded, JsonObject current, JsonObject typed) {
        return fields.stream().map(FieldDescriptor::wireName)
                .filter(name -> !value(loaded, name).equals(value(current, name)))
                .map(name -> new Field(name, EventRow.text(value(current, name)), EventRow.text(value(typed, name)))).toList();
    }

    private static JsonValue value(JsonObject document, String name) {
        return Optional.ofNullable(document.get(name)).orElse(JsonValue.NULL);
    }
}
