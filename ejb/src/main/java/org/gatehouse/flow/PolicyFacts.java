package org.gatehouse.flow;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.gatehouse.event.RequestOrigin;

/** What policies learn of the browser's request, and how facts that they leave get into the plan. */
final class PolicyFacts {

    /** Where policies find what is known of the request. */
    static final String HTTP_REQUEST = "http_request";

    private PolicyFacts() {
    }

    /** Notes facts: {@code outer.field} is a field of an object, which keeps its other fields. */
    static void note(Map<String, JsonValue> facts, PlanContext plan) {
        facts.forEach((name, value) -> {
            int dot = name.indexOf('.');
            if (dot < 0) {
                plan.put(new ContextKey<JsonValue>(name, json -> json, json -> json), value);
            } else {
                ContextKey<JsonObject> outer = ContextKey.object(name.substring(0, dot));
                JsonObject before = plan.get(outer).orElse(JsonValue.EMPTY_JSON_OBJECT);
                plan.put(outer, Json.createObjectBuilder(before).add(name.substring(dot + 1), value).build());
            }
        });
    }

    /**
     * Host, id and the flow page's query parameters. No other header: cookies and credentials are none of a policy's business, and
     * neither are tokens in links.
     */
    static Map<String, Object> httpRequest(RequestOrigin origin, Map<String, String> query) {
        Map<String, String> shown = new TreeMap<>(query);
        shown.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("token"));
        return Map.of("host", origin.host(), "id", origin.requestId(), "query", shown);
    }
}
