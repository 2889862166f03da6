package org.gatehouse.blueprint;

import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** How a value reads inside a text. */
final class BlueprintText {

    private BlueprintText() {
    }

    static String of(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value == JsonValue.NULL ? "" : value.toString();
    }
}
