package org.gatehouse.policy.eventmatcher;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;

/** An event as the API shows it, its fields read by paths such as {@code context.model.app}. */
record EventFields(Map<?, ?> event) {

    /** The field as text; empty when there is no such text. */
    String text(String path) {
        return value(path) instanceof String text ? text : "";
    }

    /** The field as String, Double, Boolean, or null; maps and lists count as null. */
    Object value(String path) {
        Object current = event;
        for (String name : path.split("\\.")) {
            current = current instanceof Map<?, ?> map ? map.get(name) : null;
        }
        return plain(current);
    }

    private static Object plain(Object value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return value == JsonValue.TRUE;
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof String || value instanceof Boolean ? value : null;
    }
}
