package org.gatehouse.web.api.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.type.Model;
import org.gatehouse.type.WireObject;

/** The OpenAPI 3.0.3 document of everything the API serves: all managed models, and the operations beside them. */
public final class OpenApiDocument {

    private OpenApiDocument() {
    }

    /**
     * Describes the API under the product's version.
     *
     * @param resources the JAX-RS classes
     */
    public static JsonObject of(Collection<Model> models, Collection<Class<?>> resources, String version) {
        Map<String, Map<String, JsonValue>> operations = new TreeMap<>();
        JsonObjectBuilder schemas = Json.createObjectBuilder();
        SharedSchemas.all().forEach(schemas::add);
        models.stream().sorted(Comparator.comparing(Model::path)).forEach(model -> {
            new ModelPaths(model).all().forEach((path, known) -> operations.computeIfAbsent(path, any -> new TreeMap<>()).putAll(known));
            FieldSchemas.of(model).forEach(schemas::add);
        });
        // What a model describes says more than what is read from annotations.
        SpecialPaths.of(resources).forEach((path, special) -> special.forEach((verb, operation) ->
                operations.computeIfAbsent(path, any -> new TreeMap<>()).putIfAbsent(verb, operation)));
        return WireObject.empty()
                .put("openapi", "3.0.3")
                .put("info", WireObject.empty().put("title", "Gatehouse").put("version", version).build())
                .put("servers", List.of(WireObject.empty().put("url", "/api/v3").build()))
                .put("security", List.of(WireObject.empty().put("token", List.of()).build()))
                .put("paths", paths(operations))
                .put("components", WireObject.empty().put("schemas", schemas.build())
                        .put("securitySchemes", WireObject.empty().put("token", WireObject.empty().put("type", "http")
                                .put("scheme", "bearer").build()).build()).build())
                .build();
    }

    private static JsonObject paths(Map<String, Map<String, JsonValue>> operations) {
        JsonObjectBuilder paths = Json.createObjectBuilder();
        operations.forEach((path, verbs) -> {
            JsonObjectBuilder item = Json.createObjectBuilder();
            verbs.forEach(item::add);
            paths.add(path, item);
        });
        return paths.build();
    }

    /** The name of a model's schema: {@code FlowStageBinding} becomes {@code AuthentikFlowsFlowstagebinding}, unique by its app. */
    static String schemaName(Model model) {
        StringBuilder name = new StringBuilder();
        for (String word : model.name().split("[._]")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    static JsonObject reference(String schema) {
        return WireObject.empty().put("$ref", "#/components/schemas/" + schema).build();
    }
}
