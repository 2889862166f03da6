package org.gatehouse.expression;

import dev.cel.common.values.NullValue;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.model.WireName;

/** Converts values at the border of the sandbox. Nothing but plain values gets in or out; an entity, say, is refused. */
public final class ExpressionValues {

    private static final int MAX_NODES = 50_000;
    private static final int MAX_DEPTH = 50;

    /** Of all texts of a result; one text that is in many places is in a document many times. */
    private static final int MAX_CHARACTERS = 4_000_000;

    private int nodes;
    private long characters;

    private ExpressionValues() {
    }

    /**
     * The value in the form expressions read: JSON becomes maps, lists, text, numbers and booleans; UUIDs, URIs and enum
     * constants become text.
     *
     * @throws IllegalArgumentException when it is not a plain value
     */
    public static Object in(Object value) {
        return new ExpressionValues().enter(value, 0);
    }

    /** As {@link #in(Object)}, for all values of a map. */
    public static Map<String, Object> in(Map<String, ?> values) {
        Map<String, Object> entered = new LinkedHashMap<>();
        values.forEach((name, value) -> entered.put(name, in(value)));
        return entered;
    }

    /** The plain value of an expression's result; see {@link ExpressionResult#value()}. */
    static Object out(Object value) {
        return new ExpressionValues().leave(value, 0);
    }

    /** A plain value, as {@link #out} gives it, as JSON; moments and durations become text. */
    public static JsonValue json(Object value) {
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
            JsonObjectBuilder object = Json.createObjectBuilder();
            map.forEach((key, element) -> object.add(key.toString(), json(element)));
            return object.build();
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            many.forEach(element -> array.add(json(element)));
            return array.build();
        }
        return Json.createValue(value.toString());
    }

    private Object enter(Object value, int depth) {
        count(depth);
        if (value == null || value == JsonValue.NULL || value instanceof NullValue) {
            return NullValue.NULL_VALUE;
        }
        if (value instanceof JsonValue json && !(json instanceof JsonObject) && !(json instanceof JsonArray)) {
            return scalar(json);
        }
        if (value instanceof Map<?, ?> map) {
            return enterMap(map, depth);
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(element -> enter(element, depth + 1)).toList();
        }
        return plain(value).orElseThrow(() -> new IllegalArgumentException("expressions cannot read a " + value.getClass().getName()));
    }

    private Map<String, Object> enterMap(Map<?, ?> map, int depth) {
        Map<String, Object> entered = new LinkedHashMap<>();
        map.forEach((key, value) -> entered.put((String) key, enter(value, depth + 1)));
        return entered;
    }

    private static Object scalar(JsonValue json) {
        if (json instanceof JsonString text) {
            return text.getString();
        }
        if (json instanceof JsonNumber number) {
            return number.isIntegral() && number.bigDecimalValue().precision() <= 18 ? (Object) number.longValue() : number.doubleValue();
        }
        return json == JsonValue.TRUE;
    }

    private static Optional<Object> plain(Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long || value instanceof Double
                || value instanceof Instant || value instanceof Duration) {
            return Optional.of(value);
        }
        if (value instanceof Integer || value instanceof Short) {
            return Optional.of(((Number) value).longValue());
        }
        if (value instanceof WireName named) {
            return Optional.of(named.wireName());
        }
        return value instanceof UUID || value instanceof URI || value instanceof Enum<?> ? Optional.of(value.toString()) : Optional.empty();
    }

    private Object leave(Object value, int depth) {
        count(depth);
        if (value instanceof String text && (characters += text.length()) > MAX_CHARACTERS) {
            throw new ExpressionFailed("The expression yields too much text.");
        }
        if (value == null || value instanceof NullValue) {
            return null;
        }
        if (value instanceof Optional<?> optional) {
            return leave(optional.orElse(null), depth);
        }
        if (value instanceof Map<?, ?> map) {
            return leaveMap(map, depth);
        }
        if (value instanceof List<?> list) {
            List<Object> left = new ArrayList<>(list.size());
            list.forEach(element -> left.add(leave(element, depth + 1)));
            return Collections.unmodifiableList(left);
        }
        if (value instanceof Number number && !(value instanceof Double)) {
            return number.longValue();
        }
        return plain(value).orElseThrow(() -> new ExpressionFailed("The expression yields something that is not a plain value."));
    }

    private Map<String, Object> leaveMap(Map<?, ?> map, int depth) {
        Map<String, Object> left = new LinkedHashMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new ExpressionFailed("The expression yields a map with a key that is not a text.");
            }
            left.put(name, leave(value, depth + 1));
        });
        return Collections.unmodifiableMap(left);
    }

    private void count(int depth) {
        if (++nodes > MAX_NODES || depth > MAX_DEPTH) {
            throw new ExpressionFailed("A value of an expression is too large or too deep.");
        }
    }
}
