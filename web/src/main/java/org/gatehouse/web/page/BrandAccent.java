package org.gatehouse.web.page;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the accent colour out of a brand's attributes. Anything but {@code #rrggbb} is ignored: it goes into a style sheet. */
final class BrandAccent {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private BrandAccent() {
    }

    static Optional<String> of(JsonObject attributes) {
        return object(attributes, "settings").flatMap(settings -> object(settings, "theme"))
                .map(theme -> theme.get("accent"))
                .filter(JsonString.class::isInstance).map(value -> ((JsonString) value).getString())
                .filter(COLOUR.asMatchPredicate());
    }

    private static Optional<JsonObject> object(JsonObject parent, String name) {
        JsonValue value = parent.get(name);
        return value instanceof JsonObject child ? Optional.of(child) : Optional.empty();
    }
}
