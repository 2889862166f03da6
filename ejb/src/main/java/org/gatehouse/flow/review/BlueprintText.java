package org.gatehouse.flow.review;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes objects as the YAML of a blueprint. Values are written as JSON, which YAML contains; references as tags. */
final class BlueprintText {

    private final StringBuilder text = new StringBuilder();
    private final Function<String, String> references;

    /** @param references how a text value is written that refers to another object; null for one that refers to nothing */
    BlueprintText(String name, Function<String, String> references) {
        this.references = references;
        text.append("# Secrets are not in here; enter them where this is imported.\nversion: 1\nmetadata:\n  name: ").append(quoted(name))
                .append("\nentries:\n");
    }

    void add(ExportedObject object) {
        text.append("  - model: ").append(object.model().name()).append("\n    id: ").append(object.label()).append("\n");
        Map<Boolean, List<String>> fields = object.document().keySet().stream().filter(field -> object.document().get(field) != JsonValue.NULL)
                .collect(Collectors.partitioningBy(object.identifying()::contains));
        fields("identifiers", fields.get(true), object.document());
        fields("attrs", fields.get(false), object.document());
    }

    private void fields(String heading, List<String> names, JsonObject document) {
        if (names.isEmpty()) {
            return;
        }
        text.append("    ").append(heading).append(":\n");
        names.forEach(name -> text.append("      ").append(name).append(": ").append(value(document.get(name))).append('\n'));
    }

    private String value(JsonValue value) {
        if (value instanceof JsonString string) {
            String reference = references.apply(string.getString());
            return reference == null ? quoted(string.getString()) : reference;
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof JsonObject object) {
            return object.entrySet().stream().map(entry -> quoted(entry.getKey()) + ": " + value(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return value.toString();
    }

    /** A text in double quotes, escaped as in JSON. */
    static String quoted(String plain) {
        return Json.createValue(plain).toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
