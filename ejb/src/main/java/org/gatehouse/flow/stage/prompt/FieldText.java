package org.gatehouse.flow.stage.prompt;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Turns JSON into what a form shows. */
final class FieldText {

    private FieldText() {
    }

    /** The text in an input for a value; nothing for null. */
    static String of(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
