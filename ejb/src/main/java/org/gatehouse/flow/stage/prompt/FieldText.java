package org.gatehouse.flow.stage.prompt;

import jakarta.json.Json;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Map;

/** Turns what an expression yields into JSON, and JSON into what a form shows. */
final class FieldText {

    private FieldText() {
    }

    /** What an expression yielded, as JSON; moments and durations become text. */
    static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Long number) {
            return Json.createValue(number);
        }
        if (value instanceof Double number && Double.isFinite(number)) {
            return Json.createValue(number);
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((key, element) -> object.add(key.toString(), json(element)));
            return object.build();
        }
        if (value instanceof Collection<?> many) {
            var array = Json.createArrayBuilder();
            many.forEach(element -> array.add(json(element)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }

    /** The text in an input for a value; nothing for null. */
    static String of(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString text ? text.getString() : value.toString();
    }
}
