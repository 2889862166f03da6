package org.gatehouse.type;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** What JSON from outside may hold, so that every part behind the codec, the database included, can handle it. */
public final class JsonBounds {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 1_000;

    private JsonBounds() {
    }

    /**
     * The number, if its digits and its exponent are of a size that can be handled: a few characters can otherwise stand for
     * gigabytes of digits (CVE-2023-4043 and kin).
     *
     * @throws IllegalArgumentException with a sentence when it is too large or too long
     */
    static BigDecimal number(JsonNumber number) {
        try {
            BigDecimal value = number.bigDecimalValue();
            if (value.scale() <= MAX_DIGITS && value.scale() >= -MAX_DIGITS && value.precision() <= MAX_DIGITS) {
                return value;
            }
        } catch (UnsupportedOperationException | ArithmeticException | NumberFormatException tooLong) {
            // Falls through: the JSON implementation has a limit of its own.
        }
        throw new IllegalArgumentException("A valid number is required.");
    }

    /** @throws IllegalArgumentException with a sentence when the text holds what the database cannot store */
    static String text(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("Null characters are not allowed.");
        }
        return text;
    }

    /** @throws IllegalArgumentException with a sentence when anything in the tree cannot be stored */
    public static void requireStorable(JsonValue value) {
        requireStorable(value, 0);
    }

    private static void requireStorable(JsonValue value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("The value is nested too deeply.");
        }
        if (value instanceof JsonString string) {
            text(string.getString());
        } else if (value instanceof JsonNumber number) {
            number(number);
        } else if (value instanceof JsonArray array) {
            array.forEach(element -> requireStorable(element, depth + 1));
        } else if (value instanceof JsonObject object) {
            object.forEach((key, element) -> {
                text(key);
                requireStorable(element, depth + 1);
            });
        }
    }
}
