package org.gatehouse.it.contract;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Checks JSON against schemas of OpenAPI 3.0: references, {@code allOf}, {@code oneOf} with a discriminator, {@code nullable}, types,
 * {@code required}, enumerations, bounds, patterns and formats. Fields that a schema does not name are no mistake, as such schemas are
 * open; they are collected.
 */
final class AnswerCheck {

    private final PublishedApi api;
    private final Map<String, Set<String>> unpublished = new TreeMap<>();

    AnswerCheck(PublishedApi api) {
        this.api = api;
    }

    /** What is wrong with the value, each with its place; empty when nothing is. */
    List<String> check(Map<String, Object> schema, JsonValue value) {
        List<String> problems = new ArrayList<>();
        check(schema, value, new Place("", "", problems));
        return problems;
    }

    /** The fields that no schema names, by the schema of the object they are in. */
    Map<String, Set<String>> unpublished() {
        return unpublished;
    }

    private record Place(String path, String schema, List<String> problems) {

        Place step(Object name) {
            return new Place(path + "/" + name, schema, problems);
        }

        Place in(String name) {
            return new Place(path, name, problems);
        }

        void wrong(String what) {
            problems.add((path.isEmpty() ? "/" : path) + " (" + schema + ") " + what);
        }
    }

    private void check(Map<String, Object> schema, JsonValue value, Place place) {
        if (value == JsonValue.NULL) {
            if (!mayBeNull(schema)) {
                place.wrong("is null");
            }
            return;
        }
        if (schema.get("$ref") instanceof String reference) {
            check(api.resolve(reference), value, place.in(reference.substring(reference.lastIndexOf('/') + 1)));
            return;
        }
        PublishedApi.list(schema.get("allOf")).forEach(part -> check(PublishedApi.object(part), value, place));
        if (schema.containsKey("oneOf")) {
            checkOneOf(schema, value, place);
        }
        checkType(schema, value, place);
        List<?> choices = PublishedApi.list(schema.get("enum"));
        if (!choices.isEmpty() && choices.stream().noneMatch(choice -> String.valueOf(choice).equals(text(value)))) {
            place.wrong("is none of the choices: " + value);
        }
    }

    private boolean mayBeNull(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return mayBeNull(api.resolve(reference));
        }
        List<?> parts = schema.containsKey("allOf") ? PublishedApi.list(schema.get("allOf")) : PublishedApi.list(schema.get("oneOf"));
        return schema.isEmpty() || Boolean.TRUE.equals(schema.get("nullable"))
                || parts.stream().anyMatch(part -> mayBeNull(PublishedApi.object(part)));
    }

    private void checkOneOf(Map<String, Object> schema, JsonValue value, Place place) {
        if (schema.get("discriminator") instanceof Map<?, ?> discriminator && value instanceof JsonObject object) {
            String name = String.valueOf(discriminator.get("propertyName"));
            Object reference = PublishedApi.object(discriminator.get("mapping")).get(object.getString(name, ""));
            if (reference == null) {
                place.wrong("has an unknown " + name + ": " + object.get(name));
            } else {
                check(Map.of("$ref", reference), value, place);
            }
        } else if (PublishedApi.list(schema.get("oneOf")).stream().noneMatch(part -> check(PublishedApi.object(part), value).isEmpty())) {
            place.wrong("fits none of the schemas");
        }
    }

    private void checkType(Map<String, Object> schema, JsonValue value, Place place) {
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> checkObject(schema, value, place);
            case "array" -> checkArray(schema, value, place);
            case "string" -> checkString(schema, value, place);
            case "integer", "number" -> checkNumber(schema, value, place);
            case "boolean" -> require(value == JsonValue.TRUE || value == JsonValue.FALSE, "is no boolean: " + value, place);
            default -> require(!schema.containsKey("type"), "is of a type this check does not know", place);
        }
    }

    private void checkObject(Map<String, Object> schema, JsonValue value, Place place) {
        if (!(value instanceof JsonObject object)) {
            place.wrong("is no object: " + value);
            return;
        }
        Map<String, Object> properties = PublishedApi.object(schema.getOrDefault("properties", Map.of()));
        PublishedApi.list(schema.get("required")).forEach(name -> require(object.containsKey(name), "lacks " + name, place));
        object.forEach((name, field) -> {
            if (properties.containsKey(name)) {
                check(PublishedApi.object(properties.get(name)), field, place.step(name));
            } else if (schema.get("additionalProperties") instanceof Map<?, ?> others) {
                check(PublishedApi.object(others), field, place.step(name));
            } else if (!schema.containsKey("additionalProperties") && !properties.isEmpty()) {
                unpublished.computeIfAbsent(place.schema(), known -> new TreeSet<>()).add(name);
            }
        });
    }

    private void checkArray(Map<String, Object> schema, JsonValue value, Place place) {
        if (!(value instanceof JsonArray array)) {
            place.wrong("is no array: " + value);
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            check(PublishedApi.object(schema.getOrDefault("items", Map.of())), array.get(i), place.step(i));
        }
    }

    private static void checkString(Map<String, Object> schema, JsonValue value, Place place) {
        if (!(value instanceof JsonString string)) {
            place.wrong("is no text: " + value);
            return;
        }
        TextRules.problems(schema, string.getString()).forEach(place::wrong);
    }

    private static void checkNumber(Map<String, Object> schema, JsonValue value, Place place) {
        if (!(value instanceof JsonNumber number)) {
            place.wrong("is no number: " + value);
            return;
        }
        require(!"integer".equals(schema.get("type")) || number.isIntegral(), "is no whole number: " + value, place);
        require(!(schema.get("minimum") instanceof Number least) || number.bigDecimalValue().compareTo(decimal(least)) >= 0, "is too small: " + value, place);
        require(!(schema.get("maximum") instanceof Number most) || number.bigDecimalValue().compareTo(decimal(most)) <= 0, "is too big: " + value, place);
    }

    private static BigDecimal decimal(Number number) {
        return new BigDecimal(number.toString());
    }

    private static void require(boolean fine, String otherwise, Place place) {
        if (!fine) {
            place.wrong(otherwise);
        }
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
