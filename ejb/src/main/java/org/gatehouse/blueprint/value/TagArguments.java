package org.gatehouse.blueprint.value;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * The arguments of a tag: the items of its list, or the one value that stands there instead.
 *
 * @param tag the name, for messages
 * @param values as written
 * @param line where the tag is
 */
record TagArguments(String tag, List<BlueprintValue> values, int line) {

    /** @throws BlueprintInvalid when there are too few or too many */
    static TagArguments of(BlueprintTag tag, BlueprintValue argument, int least, int most) {
        List<BlueprintValue> values = argument instanceof BlueprintValue.Sequence list ? list.items() : List.of(argument);
        TagArguments arguments = new TagArguments(tag.name(), values, argument.line());
        if (values.size() < least || values.size() > most) {
            throw arguments.refusal(values.size() < least ? "has too few arguments." : "has too many arguments.");
        }
        return arguments;
    }

    int size() {
        return values.size();
    }

    JsonValue resolve(int index, BlueprintScope scope) {
        return scope.resolve(values.get(index));
    }

    /** The resolved argument, or JSON null when there are not that many. */
    JsonValue resolveOrNull(int index, BlueprintScope scope) {
        return index < size() ? resolve(index, scope) : JsonValue.NULL;
    }

    /** @throws BlueprintInvalid when the argument is no text or is empty */
    String text(int index, BlueprintScope scope) {
        if (resolve(index, scope) instanceof JsonString text && !text.getString().isEmpty()) {
            return text.getString();
        }
        throw refusal("needs a text as argument " + (index + 1) + ".");
    }

    BlueprintInvalid refusal(String problem) {
        return new BlueprintInvalid("!" + tag + " " + problem, line);
    }

    /** A value as a text would show it: texts without quotes, null as nothing. */
    static String shown(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }

    /** Whether a condition counts as met: not for null, false, zero, and whatever is empty. */
    static boolean holds(JsonValue value) {
        if (value instanceof JsonString text) {
            return !text.getString().isEmpty();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().signum() != 0;
        }
        if (value instanceof JsonArray array) {
            return !array.isEmpty();
        }
        return value instanceof JsonObject object ? !object.isEmpty() : value == JsonValue.TRUE;
    }

    static JsonValue bool(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    static JsonValue text(String value) {
        return Json.createValue(value);
    }
}
