package org.gatehouse.flow;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gatehouse.expression.UserVariables;

/** A plan's facts as values that expressions can read: text, numbers, booleans, lists and maps by the contract's names. */
final class PlanVariables {

    private PlanVariables() {
    }

    /** The variables; {@code pending_user} is the user itself, and is missing when there is none. */
    static Map<String, Object> of(FlowContext flow) {
        Map<String, Object> variables = new LinkedHashMap<>();
        flow.plan().toJson().forEach((name, json) -> {
            if (json != JsonValue.NULL) {
                variables.put(name, valueOf(json));
            }
        });
        variables.remove(ContextKeys.PENDING_USER.name());
        flow.pendingUser().ifPresent(user -> variables.put(ContextKeys.PENDING_USER.name(), UserVariables.of(user)));
        return variables;
    }

    private static Object valueOf(JsonValue json) {
        return switch (json.getValueType()) {
            case STRING -> ((JsonString) json).getString();
            case NUMBER -> ((JsonNumber) json).isIntegral() ? (Object) ((JsonNumber) json).longValue() : ((JsonNumber) json).doubleValue();
            case TRUE -> true;
            case FALSE -> false;
            case ARRAY -> listOf(json.asJsonArray());
            case OBJECT -> mapOf(json.asJsonObject());
            case NULL -> null;
        };
    }

    private static List<Object> listOf(JsonArray array) {
        List<Object> list = new ArrayList<>();
        array.forEach(element -> list.add(valueOf(element)));
        return Collections.unmodifiableList(list);
    }

    private static Map<String, Object> mapOf(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((name, value) -> map.put(name, valueOf(value)));
        return Collections.unmodifiableMap(map);
    }
}
