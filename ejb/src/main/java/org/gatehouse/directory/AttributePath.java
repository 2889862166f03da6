package org.gatehouse.directory;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;

/** Writes single attributes of an account, nested ones by their path. */
public final class AttributePath {

    /** Deeper than any attribute that makes sense. */
    static final int DEEPEST = 8;

    private AttributePath() {
    }

    /**
     * The attributes with one of them replaced; the objects on the way to it are made where they are missing.
     *
     * @throws IllegalArgumentException with a sentence when the path is none, or leads through a value that is no object
     */
    public static JsonObject write(JsonObject attributes, List<String> path, JsonValue value) {
        if (path.isEmpty() || path.size() > DEEPEST || path.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("This is no attribute of a user.");
        }
        String first = path.get(0);
        return Json.createObjectBuilder(attributes)
                .add(first, path.size() == 1 ? value : write(inside(attributes.get(first)), path.subList(1, path.size()), value)).build();
    }

    private static JsonObject inside(JsonValue present) {
        if (present == null || present == JsonValue.NULL) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
        if (present instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("Another attribute is in the way of this one.");
    }
}
