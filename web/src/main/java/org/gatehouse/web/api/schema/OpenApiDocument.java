package org.gatehouse.web.api.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.gatehouse.type.Model;
import org.gatehouse.type.WireObject;

/** The OpenAPI 3.0.3 document of all managed models. */
public final class OpenApiDocument {

    private OpenApiDocument() {
    }

    /** Describes the models under the product's version. */
    public static JsonObject of(Collection<Model> models, String version) {
        JsonObjectBuilder paths = Json.createObjectBuilder();
        JsonObjectBuilder schemas = Json.createObjectBuilder();
        SharedSchemas.all().forEach(schemas::add);
        models.stream().sorted(Comparator.comparing(Model::path)).forEach(model -> {
            new ModelPaths(model).all().forEach(paths::add);
            FieldSchemas.of(model).forEach(schemas::add);
        });
        return WireObject.empty()
                .put("openapi", "3.0.3")
                .put("info", WireObject.empty().put("title", "Gatehouse").put("version", version).build())
                .put("servers", List.of(WireObject.empty().put("url", "/api/v3").build()))
                .put("security", List.of(WireObject.empty().put("token", List.of()).build()))
                .put("paths", paths.build())
                .put("components", WireObject.empty().put("schemas", schemas.build())
                        .put("securitySchemes", WireObject.empty().put("token", WireObject.empty().put("type", "http")
                                .put("scheme", "bearer").build()).build()).build())
                .build();
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
