package org.gatehouse.blueprint;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/** Which values count as true in a condition: everything but false, null, zero and what is empty. */
final class Truth {

    private Truth() {
    }

    static boolean of(JsonValue value) {
        return switch (value.getValueType()) {
            case TRUE -> true;
            case FALSE, NULL -> false;
            case NUMBER -> ((JsonNumber) value).bigDecimalValue().signum() != 0;
            case STRING -> !((JsonString) value).getString().isEmpty();
            case ARRAY -> !value.asJsonArray().isEmpty();
            case OBJECT -> !value.asJsonObject().isEmpty();
        };
    }
}
