package org.gatehouse.attribute;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.attribute.AttributeValueType;

/**
 * What one attribute must be.
 *
 * @param path the names that lead to it
 * @param pattern what a text must match as a whole (RE2, linear in the text); empty for anything
 */
record AttributeRule(List<String> path, String label, AttributeValueType type, Optional<Pattern> pattern, boolean required, boolean unique) {

    private static final int LONGEST_TEXT = 10_000;

    /** @throws PatternSyntaxException when the pattern is none */
    static AttributeRule of(String key, String label, AttributeValueType type, String regex, boolean required, boolean unique) {
        return new AttributeRule(List.of(key.split("\\.")), label, type, regex.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(regex)),
                required, unique);
    }

    /** The value; empty where there is none, or nothing in it. */
    Optional<JsonValue> valueIn(JsonObject attributes) {
        JsonValue value = attributes;
        for (String name : path) {
            value = value instanceof JsonObject object ? object.get(name) : null;
        }
        boolean empty = value == null || value == JsonValue.NULL || value instanceof JsonString text && text.getString().isEmpty();
        return empty ? Optional.empty() : Optional.of(value);
    }

    /** What is wrong with a value, in a sentence that does not repeat it. */
    Optional<String> objection(Optional<JsonValue> value) {
        if (value.isEmpty()) {
            return required ? Optional.of(label + ": this attribute is required.") : Optional.empty();
        }
        return switch (type) {
            case TEXT -> value.get() instanceof JsonString text ? textObjection(text.getString()) : Optional.of(label + ": must be a text.");
            case NUMBER -> value.get() instanceof JsonNumber ? Optional.empty() : Optional.of(label + ": must be a number.");
            case BOOLEAN -> value.get() == JsonValue.TRUE || value.get() == JsonValue.FALSE ? Optional.empty()
                    : Optional.of(label + ": must be true or false.");
        };
    }

    private Optional<String> textObjection(String text) {
        if (text.length() > LONGEST_TEXT) {
            return Optional.of(label + ": must not be longer than " + LONGEST_TEXT + " characters.");
        }
        return pattern.filter(expected -> !expected.matches(text)).map(expected -> label + ": does not match the expected form.");
    }
}
