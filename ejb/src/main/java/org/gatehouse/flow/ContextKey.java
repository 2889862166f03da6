package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.function.Function;

/**
 * A typed name in a {@link PlanContext}. Keys of the contract ({@code pending_user}, {@code prompt_data}, {@code redirect} …)
 * are constants of {@link ContextKeys}; a stage's own are constants of the stage, prefixed with its type name.
 *
 * @param <T> the type of the value
 */
public record ContextKey<T>(String name, Function<T, JsonValue> write, Function<JsonValue, T> read) {

    public static ContextKey<String> text(String name) {
        return new ContextKey<>(name, Json::createValue, json -> ((JsonString) json).getString());
    }

    public static ContextKey<Long> number(String name) {
        return new ContextKey<>(name, Json::createValue, json -> ((JsonNumber) json).longValue());
    }

    public static ContextKey<Boolean> flag(String name) {
        return new ContextKey<>(name, value -> value ? JsonValue.TRUE : JsonValue.FALSE, JsonValue.TRUE::equals);
    }

    public static ContextKey<JsonObject> object(String name) {
        return new ContextKey<>(name, value -> value, JsonValue::asJsonObject);
    }

    public static ContextKey<JsonArray> array(String name) {
        return new ContextKey<>(name, value -> value, JsonValue::asJsonArray);
    }
}
