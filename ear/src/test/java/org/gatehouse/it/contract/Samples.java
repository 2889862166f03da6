package org.gatehouse.it.contract;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.it.ApiClient;
import org.gatehouse.it.HttpBrowser;

/**
 * Valid documents for every kind of object, from the files of {@code src/test/resources/contract}: {@code least} holds what must be sent,
 * {@code most} everything that can be, and {@code other} what changes little. A text {@code @name} in them stands for the key of an object that is
 * made when it is first needed, {@code @unique} for a text that nothing else has.
 */
public final class Samples {

    private static final List<String> FILES = List.of("settings", "core", "rbac", "events", "system");

    private final Map<String, JsonValue> made = new LinkedHashMap<>();
    private final Map<String, JsonObject> before = new LinkedHashMap<>();
    private final Map<String, JsonObject> objects = new LinkedHashMap<>();
    private final Map<String, JsonObject> actions = new LinkedHashMap<>();
    private final Map<String, String> queries = new LinkedHashMap<>();
    private final ApiClient api;
    private final String run = Long.toString(System.nanoTime(), 36);
    private int count;

    /** @param api that makes the objects that documents refer to */
    public Samples(ApiClient api) {
        this.api = api;
        FILES.forEach(this::read);
        made.put("@user", api.get("/core/users/me/").getJsonObject("user").get("pk"));
    }

    private void read(String name) {
        InputStream file = Samples.class.getResourceAsStream("/contract/" + name + ".json");
        try (JsonReader reader = Json.createReader(file)) {
            JsonObject documents = reader.readObject();
            documents.getJsonArray("before").getValuesAs(JsonObject.class).forEach(one -> before.put(one.getString("as"), one));
            documents.getJsonObject("objects").forEach((path, object) -> objects.put(path, object.asJsonObject()));
            documents.getJsonObject("actions").forEach((path, body) -> actions.put(path, body.asJsonObject()));
            documents.getJsonObject("queries").forEach((path, query) -> queries.put(path, ((JsonString) query).getString()));
        }
    }

    /** The collections of stages that ask something or end a flow, and do no harm. */
    List<String> asking() {
        return objects.entrySet().stream().filter(one -> one.getValue().getBoolean("asks", false))
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
        JsonObject object = objects.getOrDefault(path, JsonValue.EMPTY_JSON_OBJECT);
        JsonValue document = which.equals("most") && !object.containsKey(which) ? object.get("least") : object.get(which);
        JsonObject filled = document == null ? JsonValue.EMPTY_JSON_OBJECT : filled(document.asJsonObject());
        return object.getBoolean("nameless", false) ? filled : named(filled);
    }

    /** What is sent to an action on an object, such as {@code /policies/all/} followed by an asterisk and {@code /test/}, or on none; empty for nothing. */
    public String action(String path) {
        return Optional.ofNullable(actions.get(path)).map(this::filled).map(JsonObject::toString).orElse("");
    }

    /** What must be asked for, with the question mark; empty for nothing. */
    String query(String path) {
        String query = queries.getOrDefault(path, "");
        int key = query.indexOf('@');
        return key < 0 ? query : query.substring(0, key) + text(object(query.substring(key)));
    }

    /** The key of the object that documents call this, such as {@code @group}. */
    public String key(String name) {
        return text(object(name));
    }

    private static String text(JsonValue key) {
        return key instanceof JsonString text ? text.getString() : key.toString();
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
            case STRING -> object(((JsonString) value).getString());
            default -> value;
        };
    }

    private JsonValue object(String text) {
        if (text.contains("@unique")) {
            return Json.createValue(text.replace("@unique", "unique-" + run + "-" + count++));
        }
        if (!made.containsKey(text) && before.containsKey(text)) {
            make(text, before.get(text));
        }
        return made.getOrDefault(text, Json.createValue(text));
    }

    /** Where the collection is not there yet the name stays, and the operation that sends it says so. */
    private void make(String name, JsonObject one) {
        JsonObject document = filled(one.getJsonObject("document"));
        HttpResponse<String> answer = api.send("POST", one.getString("path"),
                (one.getBoolean("nameless", false) ? document : named(document)).toString());
        if (answer.statusCode() == 201) {
            made.put(name, HttpBrowser.json(answer).get(one.getString("key", "pk")));
        }
    }
}
