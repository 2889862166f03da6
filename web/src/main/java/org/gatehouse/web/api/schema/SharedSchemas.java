package org.gatehouse.web.api.schema;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.type.WireObject;

/** The schemas that all operations share. */
final class SharedSchemas {

    private SharedSchemas() {
    }

    static Map<String, JsonObject> all() {
        Map<String, JsonObject> schemas = new LinkedHashMap<>();
        schemas.put("Pagination", object("integer", "next", "previous", "count", "current", "total_pages", "start_index", "end_index"));
        schemas.put("UsedBy", object("string", "app", "model_name", "pk", "name", "action"));
        schemas.put("GenericError", WireObject.from(object("string", "detail", "code")).put("required", List.of("detail")).build());
        schemas.put("ValidationError", WireObject.empty().put("type", "object").put("additionalProperties",
                WireObject.empty().put("type", "array").put("items", WireObject.empty().put("type", "string").build()).build()).build());
        return schemas;
    }

    private static JsonObject object(String type, String... fields) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        for (String field : fields) {
            properties.add(field, Json.createObjectBuilder().add("type", type));
        }
        return WireObject.empty().put("type", "object").put("properties", properties.build()).put("required", List.of(fields)).build();
    }
}
