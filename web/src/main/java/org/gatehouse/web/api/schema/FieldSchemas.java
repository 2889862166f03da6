package org.gatehouse.web.api.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.type.FieldDescriptor;
import org.gatehouse.type.Model;
import org.gatehouse.type.WireObject;

/** The schemas of a model: what is written, what a change may send, and what is read (with more than can be written). */
final class FieldSchemas {

    private FieldSchemas() {
    }

    static Map<String, JsonObject> of(Model model) {
        String name = OpenApiDocument.schemaName(model);
        List<FieldDescriptor> fields = model.fields();
        Map<String, JsonObject> schemas = new LinkedHashMap<>();
        schemas.put(name, object(fields.stream().filter(field -> !field.isSecret()).toList(), List.of(), true));
        if (!fields.isEmpty()) {
            schemas.put(name + "Request", object(fields, required(fields), false));
            schemas.put("Patched" + name + "Request", object(fields, List.of(), false));
        }
        schemas.put("Paginated" + name + "List", page(name));
        return schemas;
    }

    private static List<String> required(List<FieldDescriptor> fields) {
        return fields.stream().filter(FieldDescriptor::required).map(FieldDescriptor::wireName).toList();
    }

    private static JsonObject object(List<FieldDescriptor> fields, List<String> required, boolean more) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        fields.forEach(field -> properties.add(field.wireName(), field(field)));
        WireObject schema = WireObject.empty().put("type", "object").put("properties", properties.build()).put("additionalProperties", more);
        return (required.isEmpty() ? schema : schema.put("required", required)).build();
    }

    static JsonObject field(FieldDescriptor field) {
        JsonObject value = value(field);
        WireObject schema = field.list() ? WireObject.empty().put("type", "array").put("items", value) : WireObject.from(value);
        if (field.defaultValue() != JsonValue.NULL) {
            schema.put("default", field.defaultValue());
        } else if (!field.required()) {
            schema.put("nullable", true);
        }
        return (field.isSecret() ? schema.put("writeOnly", true) : schema).build();
    }

    private static JsonObject value(FieldDescriptor field) {
        return switch (field.kind()) {
            case TEXT, MULTILINE, EXPRESSION, TIME_SPAN, SECRET -> text(field);
            case REFERENCE -> WireObject.from(type("string")).put("format", "uuid").build();
            case INTEGER -> type("integer");
            case DECIMAL -> type("number");
            case BOOLEAN -> type("boolean");
            case CHOICE -> WireObject.from(type("string")).put("enum", field.choices()).build();
            case RECORD -> object(field.fields(), required(field.fields()), false);
            case JSON -> field.valueType() == JsonObject.class ? type("object") : JsonValue.EMPTY_JSON_OBJECT;
        };
    }

    private static JsonObject text(FieldDescriptor field) {
        WireObject schema = WireObject.from(type("string"));
        if (field.valueType() == UUID.class) {
            schema.put("format", "uuid");
        } else if (field.valueType() == URI.class) {
            schema.put("format", "uri");
        }
        return (field.maxLength() < 0 || field.maxLength() == Integer.MAX_VALUE ? schema : schema.put("maxLength", field.maxLength())).build();
    }


    private static JsonObject type(String name) {
        return WireObject.empty().put("type", name).build();
    }

    private static JsonObject page(String name) {
        return WireObject.empty().put("type", "object")
                .put("properties", WireObject.empty()
                        .put("pagination", OpenApiDocument.reference("Pagination"))
                        .put("results", WireObject.empty().put("type", "array").put("items", OpenApiDocument.reference(name)).build())
                        .put("autocomplete", type("object")).build())
                .put("required", List.of("pagination", "results", "autocomplete")).build();
    }
}
