package org.gatehouse.provider.oauth2.metadata;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes one document of the metadata of several clients, which OpenID Connect Discovery 1.0 section 4 wants to find below the address of
 * the issuer that they share: what any of them may do is supported, what is required is only what all of them have to do.
 */
final class SharedMetadata {

    /** What is there once for the shared issuer as well as for each client by itself. */
    private static final Set<String> SHARED = Set.of("jwks/", "end-session/");

    private static final String ENDPOINTS = "application/o/";
    private static final String REQUIREMENT = "require_";

    private SharedMetadata() {
    }

    /** The document of the client of an application, with those addresses of its own replaced that the shared issuer has too. */
    static JsonObject moved(JsonObject document, String slug) {
        String shared = document.getString("issuer") + ENDPOINTS;
        JsonObjectBuilder moved = Json.createObjectBuilder();
        document.forEach((name, value) -> moved.add(name, moved(value, shared + slug + "/", shared)));
        return moved.build();
    }

    private static JsonValue moved(JsonValue value, String own, String shared) {
        boolean there = value instanceof JsonString text && text.getString().startsWith(own)
                && SHARED.contains(text.getString().substring(own.length()));
        return there ? Json.createValue(shared + ((JsonString) value).getString().substring(own.length())) : value;
    }

    /** One document of many; lists are joined in their order, and of single values the first counts. */
    static JsonObject merged(List<JsonObject> documents) {
        Map<String, JsonValue> merged = new LinkedHashMap<>();
        documents.forEach(document -> document.forEach((name, value) -> merged.merge(name, value, (one, other) -> both(name, one, other))));
        JsonObjectBuilder json = Json.createObjectBuilder();
        merged.forEach((name, value) -> json.add(name, required(name) && !documents.stream().allMatch(each -> each.containsKey(name))
                ? JsonValue.FALSE : value));
        return json.build();
    }

    private static boolean required(String name) {
        return name.startsWith(REQUIREMENT);
    }

    private static JsonValue both(String name, JsonValue one, JsonValue other) {
        if (one instanceof JsonArray left && other instanceof JsonArray right) {
            Set<JsonValue> joined = new LinkedHashSet<>(left);
            joined.addAll(right);
            JsonArrayBuilder array = Json.createArrayBuilder();
            joined.forEach(array::add);
            return array.build();
        }
        JsonValue decisive = required(name) ? JsonValue.FALSE : JsonValue.TRUE;
        return isFlag(one) && decisive.equals(other) ? other : one;
    }

    private static boolean isFlag(JsonValue value) {
        return value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE);
    }
}
