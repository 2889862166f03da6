package org.gatehouse.web.console;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.type.FieldDescriptor;

/** The form of an object, or of one row inside it, built from descriptors alone. */
public final class ObjectForm {

    private final List<FormField> fields;

    private ObjectForm(List<FormField> fields) {
        this.fields = fields;
    }

    static ObjectForm of(List<FieldDescriptor> descriptors, String prefix, FormWords words, JsonObject document) {
        List<FormField> fields = descriptors.stream().map(descriptor -> {
            FormField field = new FormField(descriptor, prefix, words);
            field.load(document.getOrDefault(descriptor.wireName(), descriptor.defaultValue()));
            return field;
        }).toList();
        return new ObjectForm(fields);
    }

    /** Takes over what was posted. */
    public void read(Map<String, String[]> posted) {
        fields.forEach(field -> field.read(posted));
    }

    /** The writable document: what was typed; fields left empty fall back to their defaults. */
    public JsonObject document() {
        JsonObjectBuilder document = Json.createObjectBuilder();
        fields.forEach(field -> field.toJson().ifPresent(value -> document.add(wireName(field), value)));
        return document.build();
    }

    private static String wireName(FormField field) {
        return field.getName().substring(field.getName().lastIndexOf('.') + 1);
    }

    /** The field with this name. */
    public Optional<FormField> find(String name) {
        return fields.stream().filter(field -> field.getName().equals(name)).findFirst();
    }

    /** Puts each problem at its field and returns the ones that belong to no field shown. */
    public List<String> complain(Map<String, List<String>> problems) {
        List<String> homeless = new ArrayList<>();
        problems.forEach((name, messages) -> {
            String[] parts = name.split("[.\\[]", 2);
            Optional<FormField> field = find(parts[0]).filter(FormField::isShown);
            field.ifPresentOrElse(found -> found.complain(parts.length == 1 ? "" : parts[1], messages), () -> homeless.addAll(messages));
        });
        return homeless;
    }

    /** The fields that something is wrong with, those inside of others included. */
    public List<FormField> getTroubles() {
        return fields.stream().filter(FormField::isTroubled).flatMap(field -> field.getErrors().isEmpty()
                ? field.getRows().stream().flatMap(row -> row.getTroubles().stream()) : Stream.of(field)).toList();
    }

    public List<FormField> getFields() {
        return fields;
    }

    /** The fields by section in their order; fields of no section come under an empty name. */
    public List<Map.Entry<String, List<FormField>>> getSections() {
        Map<String, List<FormField>> sections = new LinkedHashMap<>();
        fields.stream().filter(FormField::isShown)
                .forEach(field -> sections.computeIfAbsent(field.getSection(), section -> new ArrayList<>()).add(field));
        return List.copyOf(sections.entrySet());
    }
}
