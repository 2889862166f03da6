package org.gatehouse.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.it.ApiClient;

/**
 * Valid documents for every kind of object, from {@code settings.json}: {@code least} holds what must be sent and {@code most} everything
 * that can be. A text {@code @name} in them stands for the key of an object that is made beforehand.
 */
public final class Samples {

    private final Map<String, JsonValue> made = new LinkedHashMap<>();
    private final JsonObject documents;
    private final String run = Long.toString(System.nanoTime(), 36);
    private int count;

    /** Makes the objects that documents refer to. */
    public Samples(ApiClient api) {
        documents = read();
        made.put("@user", api.get("/core/users/me/").getJsonObject("user").get("pk"));
        made.put("@group", api.create("/core/groups/", named(JsonValue.EMPTY_JSON_OBJECT)).get("pk"));
        documents.getJsonArray("before").getValuesAs(JsonObject.class).forEach(one ->
                made.put(one.getString("as"), api.create(one.getString("path"), named(filled(one.getJsonObject("document")))).get(one.getString("key", "pk"))));
    }

    private static JsonObject read() {
        InputStream file = Samples.class.getResourceAsStream("/contract/settings.json");
        try (JsonReader reader = Json.createReader(file)) {
            return reader.readObject();
        }
    }

    /** The collections of stages that ask something or end a flow, and do no harm. */
    List<String> asking() {
        return documents.getJsonObject("objects").entrySet().stream().filter(one -> one.getValue().asJsonObject().getBoolean("asks", false))
                .map(Map.Entry::getKey).toList();
    }

    /** What must be sent to make an object in the collection; a collection this class does not know takes a name. */
    JsonObject least(String path) {
        return document(path, "least");
    }

    /** All that can be sent. */
    public JsonObject most(String path) {
        return document(path, "most");
    }

    /** What changes little: another name, where there are names. */
    JsonObject other(String path) {
        return document(path, "other");
    }

    private JsonObject document(String path, String which) {
        JsonObject object = documents.getJsonObject("objects").getOrDefault(path, JsonValue.EMPTY_JSON_OBJECT).asJsonObject();
        JsonValue document = which.equals("most") && !object.containsKey(which) ? object.get("least") : object.get(which);
        JsonObject filled = document == null ? JsonValue.EMPTY_JSON_OBJECT : filled(document.asJsonObject());
        return object.getBoolean("nameless", false) ? filled : named(filled);
    }

    /** What is sent to an action, such as {@code test/}; empty for nothing. */
    String action(String path, String action) {
        return Optional.ofNullable(documents.getJsonObject("actions").getJsonObject(path + "*/" + action)).map(this::filled)
                .map(JsonObject::toString).orElse("");
    }

    private JsonObject named(JsonObject document) {
        return Json.createObjectBuilder(document).add("name", "contract-" + run + "-" + count++).build();
    }

    private JsonObject filled(JsonObject document) {
        JsonObjectBuilder filled = Json.createObjectBuilder();
        document.forEach((name, value) -> filled.add(name, filled(value)));
        return filled.build();
    }

    private JsonValue filled(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> filled(value.asJsonObject());
            case ARRAY -> {
                JsonArrayBuilder array = Json.createArrayBuilder();
                value.asJsonArray().forEach(element -> array.add(filled(element)));
                yield array.build();
            }
            case STRING -> ((JsonString) value).getString().equals("@unique") ? Json.createValue("unique-" + run + "-" + count++)
                    : made.getOrDefault(((JsonString) value).getString(), value);
            default -> value;
        };
    }
}
