package org.gatehouse.policy;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the context of a {@link PolicyRequest} from JSON. */
final class PolicyFacts {

    private PolicyFacts() {
    }

    /** The members of the object; one that is null is not there. */
    static Map<String, Object> of(JsonObject json) {
        Map<String, Object> facts = new LinkedHashMap<>(json);
        facts.values().removeIf(JsonValue.NULL::equals);
        return facts;
    }
}
