package org.gatehouse.event;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * What one part of the product knows about the request in which an event happens: where its address is, the brand, the login. Called for
 * each event, by whoever causes it, so it answers from memory and never fails; implementations are application-scoped beans.
 */
public interface EventDetail {

    /** The name under which the brand is told; it is kept beside the context. */
    String BRAND = "brand";

    /**
     * What is known, by field of the context; empty when nothing is. The event's own facts win over these.
     *
     * @param origin the request
     */
    Map<String, JsonValue> of(RequestOrigin origin);

    /** One fact. */
    static Map<String, JsonValue> fact(String name, JsonObject value) {
        return value.isEmpty() ? Map.of() : Map.of(name, value);
    }
}
