package org.gatehouse.type;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.gatehouse.model.WireName;

/** Builds a JSON object from Java values: null becomes null, collections arrays, everything else its text on the wire. */
public final class WireObject {

    private final JsonObjectBuilder object;

    private WireObject(JsonObjectBuilder object) {
        this.object = object;
    }

    public static WireObject empty() {
        return new WireObject(Json.createObjectBuilder());
    }

    /** Starts with all fields of another object; a field put again replaces the former value. */
    public static WireObject from(JsonObject start) {
        return new WireObject(Json.createObjectBuilder(start));
    }

    public WireObject put(String name, Object value) {
        object.add(name, json(value));
        return this;
    }

    public JsonObject build() {
        return object.build();
    }

    private static JsonValue json(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Number number) {
            return Json.createValue(number.longValue());
        }
        if (value instanceof WireName constant) {
            return Json.createValue(constant.wireName());
        }
        if (value instanceof Iterable<?> many) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            many.forEach(element -> array.add(json(element)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }
}
