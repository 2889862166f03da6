package org.gatehouse.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import org.gatehouse.type.InvalidInput;

/** Reads the one text of a body that has nothing else. */
public final class RequiredText {

    private RequiredText() {
    }

    /** @throws InvalidInput when the field is missing, empty or no text */
    public static String of(JsonObject body, String field) {
        if (!body.containsKey(field)) {
            throw new InvalidInput(field, "This field is required.");
        }
        if (!(body.get(field) instanceof JsonString text)) {
            throw new InvalidInput(field, "Not a valid string.");
        }
        if (text.getString().isEmpty()) {
            throw new InvalidInput(field, "This field may not be blank.");
        }
        return text.getString();
    }
}
