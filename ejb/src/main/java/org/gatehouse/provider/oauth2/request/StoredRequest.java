package org.gatehouse.provider.oauth2.request;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;

/**
 * A request as the database keeps it.
 *
 * @param parameters arrays of values, by name
 */
record StoredRequest(JsonObject parameters, boolean pushed, boolean signed) {

    static StoredRequest of(ResolvedRequest request) {
        JsonObjectBuilder parameters = Json.createObjectBuilder();
        request.parameters().all().forEach((name, values) -> parameters.add(name, Json.createArrayBuilder(values)));
        return new StoredRequest(parameters.build(), request.delivery().pushed(), request.delivery().signed());
    }

    ResolvedRequest resolved() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        parameters.forEach((name, values) -> all.put(name, strings(values)));
        return new ResolvedRequest(RequestParameters.of(all), new RequestDelivery(pushed, signed, false));
    }

    private static List<String> strings(JsonValue values) {
        return values.asJsonArray().getValuesAs(JsonString.class).stream().map(JsonString::getString).toList();
    }

    /** Without the parameters: they can carry what is nobody else's business. */
    @Override
    public String toString() {
        return "StoredRequest";
    }
}
