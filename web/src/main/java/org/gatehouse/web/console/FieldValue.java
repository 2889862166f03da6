package org.gatehouse.web.console;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonWriter;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.type.FieldDescriptor;

/**
 * Between what stands in an input and the value on the wire. What cannot be converted is sent as it was typed: the model's own
 * check then says what is wrong with it.
 */
public final class FieldValue {

    private FieldValue() {
    }

    /** The texts of a value: one for each element of a list, none for null. */
    static List<String> texts(JsonValue value) {
        return value instanceof JsonArray array ? array.stream().map(FieldValue::text).toList()
                : value == null || value == JsonValue.NULL ? List.of() : List.of(text(value));
    }

    private static String text(JsonValue value) {
        return value instanceof JsonString string ? string.getString() : value.toString();
    }

    /** JSON with line breaks, for people to edit. */
    public static String pretty(JsonValue value) {
        JsonWriterFactory writers = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
        StringWriter text = new StringWriter();
        try (JsonWriter writer = writers.createWriter(text)) {
            writer.write(value);
        }
        return text.toString().strip();
    }

    /** The wire value of one typed text; empty when nothing was typed and the field is to fall back to its default. */
    static Optional<JsonValue> of(FieldDescriptor field, String typed) {
        return switch (field.kind()) {
            case INTEGER, DECIMAL -> blankIsNothing(typed).map(FieldValue::number);
            case JSON, RECORD -> blankIsNothing(typed).map(FieldValue::json);
            case TEXT -> field.valueType() == String.class && !canBeNothing(field) ? Optional.of(Json.createValue(typed)) : string(typed);
            case MULTILINE, EXPRESSION -> Optional.of(Json.createValue(typed.replace("\r\n", "\n")));
            case BOOLEAN -> Optional.of(Boolean.parseBoolean(typed) ? JsonValue.TRUE : JsonValue.FALSE);
            case CHOICE, TIME_SPAN, SECRET, REFERENCE -> string(typed);
        };
    }

    /** A moment, say, that is left empty is none; a text with a default is emptied by sending it empty. */
    private static boolean canBeNothing(FieldDescriptor field) {
        return !field.required() && field.defaultValue() == JsonValue.NULL;
    }

    private static Optional<String> blankIsNothing(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<JsonValue> string(String typed) {
        return blankIsNothing(typed).map(Json::createValue);
    }

    private static JsonValue number(String typed) {
        try {
            return Json.createValue(new java.math.BigDecimal(typed));
        } catch (NumberFormatException notANumber) {
            return Json.createValue(typed);
        }
    }

    private static JsonValue json(String typed) {
        try (JsonReader reader = Json.createReader(new StringReader(typed))) {
            return reader.readValue();
        } catch (JsonException malformed) {
            return Json.createValue(typed);
        }
    }
}
