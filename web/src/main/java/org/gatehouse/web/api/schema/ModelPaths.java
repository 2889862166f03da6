package org.gatehouse.web.api.schema;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.type.Model;
import org.gatehouse.type.Model.Operation;
import org.gatehouse.type.WireObject;

/** The paths of one model with their operations. */
final class ModelPaths {

    private static final List<String> PAGING = List.of("ordering", "page", "page_size", "search");

    private final Model model;
    private final String schema;
    private final String operationPrefix;

    ModelPaths(Model model) {
        this.model = model;
        this.schema = OpenApiDocument.schemaName(model);
        this.operationPrefix = model.path().replace('/', '_') + "_";
    }

    Map<String, JsonObject> all() {
        Map<String, JsonObject> paths = new LinkedHashMap<>();
        String object = "/" + model.path() + "/{" + model.keyField() + "}/";
        paths.put("/" + model.path() + "/", collection());
        paths.put(object, object());
        paths.put(object + "used_by/", WireObject.empty()
                .put("get", operation("used_by_list", List.of(key()), null, "200", arrayOf("UsedBy"))).build());
        return paths;
    }

    private JsonObject collection() {
        List<JsonObject> parameters = new ArrayList<>();
        Stream.concat(model.filters().stream(), PAGING.stream()).distinct()
                .forEach(name -> parameters.add(parameter("query", name, false)));
        WireObject path = WireObject.empty()
                .put("get", operation("list", parameters, null, "200", OpenApiDocument.reference("Paginated" + schema + "List")));
        if (model.operations().contains(Operation.CREATE)) {
            path.put("post", operation("create", List.of(), schema + "Request", "201", OpenApiDocument.reference(schema)));
        }
        return path.build();
    }

    private JsonObject object() {
        JsonObject read = OpenApiDocument.reference(schema);
        WireObject path = WireObject.empty().put("get", operation("retrieve", List.of(key()), null, "200", read));
        if (model.operations().contains(Operation.UPDATE)) {
            path.put("put", operation("update", List.of(key()), schema + "Request", "200", read));
            path.put("patch", operation("partial_update", List.of(key()), "Patched" + schema + "Request", "200", read));
        }
        if (model.operations().contains(Operation.DELETE)) {
            path.put("delete", operation("destroy", List.of(key()), null, "204", null));
        }
        return path.build();
    }

    private JsonObject operation(String name, List<JsonObject> parameters, String body, String status, JsonObject answer) {
        WireObject operation = WireObject.empty()
                .put("operationId", operationPrefix + name)
                .put("tags", List.of(model.path().substring(0, model.path().indexOf('/'))))
                .put("parameters", parameters);
        if (body != null) {
            operation.put("requestBody", WireObject.empty().put("required", true)
                    .put("content", json(OpenApiDocument.reference(body))).build());
        }
        WireObject success = WireObject.empty().put("description", "");
        return operation.put("responses", WireObject.empty()
                .put(status, (answer == null ? success : success.put("content", json(answer))).build())
                .put("400", failure("ValidationError"))
                .put("403", failure("GenericError")).build()).build();
    }

    private static JsonObject failure(String schema) {
        return WireObject.empty().put("description", "").put("content", json(OpenApiDocument.reference(schema))).build();
    }

    private static JsonObject json(JsonObject schema) {
        return WireObject.empty().put("application/json", WireObject.empty().put("schema", schema).build()).build();
    }

    private static JsonObject arrayOf(String schema) {
        return WireObject.empty().put("type", "array").put("items", OpenApiDocument.reference(schema)).build();
    }

    private JsonObject key() {
        return parameter("path", model.keyField(), true);
    }

    private static JsonObject parameter(String in, String name, boolean required) {
        return WireObject.empty().put("in", in).put("name", name).put("required", required)
                .put("schema", WireObject.empty().put("type", "string").build()).build();
    }
}
