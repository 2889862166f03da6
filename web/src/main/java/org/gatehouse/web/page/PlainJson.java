package org.gatehouse.web.page;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns JSON into maps, lists, strings, numbers and booleans, which is what expression language in a page can read. */
public final class PlainJson {

    private PlainJson() {
    }

    /** The members of an object in their order; JSON null becomes null. */
    public static Map<String, Object> of(JsonObject object) {
        Map<String, Object> plain = new LinkedHashMap<>();
        object.forEach((name, value) -> plain.put(name, of(value)));
        return plain;
    }

    /** The plain form of any value. */
    public static Object of(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> of(value.asJsonObject());
            case ARRAY -> list(value.asJsonArray());
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).numberValue();
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case NULL -> null;
        };
    }

    private static List<Object> list(JsonArray array) {
        List<Object> plain = new ArrayList<>();
        array.forEach(value -> plain.add(of(value)));
        return plain;
    }
}
