package org.gatehouse.web.http;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads request bodies strictly: UTF-8, one object, no name twice (two readers could take different ones), no number that is
 * expensive to work with, no text that the database cannot keep, and not too deep.
 */
public final class JsonBody {

    /** The longest body accepted, in bytes. */
    public static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_NUMBER_LENGTH = 40;
    private static final int MAX_SCALE = 100;

    private final JsonParser parser;

    private JsonBody(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads an object of at most {@link #MAX_BYTES}.
     *
     * @throws BadJson when the body is anything else
     */
    public static JsonObject read(InputStream body) {
        return read(body, MAX_BYTES);
    }

    /** As {@link #read(InputStream)}; no body at all counts as an empty object. */
    public static JsonObject readIfAny(InputStream body) {
        String text = text(body, MAX_BYTES);
        return text.isBlank() ? JsonValue.EMPTY_JSON_OBJECT : read(text);
    }

    /** As {@link #read(InputStream)}, with another limit in bytes. */
    public static JsonObject read(InputStream body, int maxBytes) {
        return read(text(body, maxBytes));
    }

    private static JsonObject read(String text) {
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            if (parser.next() != JsonParser.Event.START_OBJECT) {
                throw new BadJson(400, "JSON parse error - an object is expected.");
            }
            JsonObject object = new JsonBody(parser).object(1);
            if (parser.hasNext()) {
                parser.next();
                throw new BadJson(400, "JSON parse error - extra data.");
            }
            return object;
        } catch (BadJson bad) {
            throw bad;
        } catch (RuntimeException malformed) {
            throw new BadJson(400, "JSON parse error - the body is not valid JSON.");
        }
    }

    private static String text(InputStream body, int maxBytes) {
        try {
            byte[] bytes = body.readNBytes(maxBytes + 1);
            if (bytes.length > maxBytes) {
                throw new BadJson(413, "The request body is too large.");
            }
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new BadJson(400, "JSON parse error - the body is not UTF-8.");
        } catch (IOException aborted) {
            throw new BadJson(400, "The request body could not be read.");
        }
    }

    private JsonObject object(int depth) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        Set<String> names = new HashSet<>();
        while (true) {
            JsonParser.Event event = parser.next();
            if (event == JsonParser.Event.END_OBJECT) {
                return object.build();
            }
            String name = string();
            if (!names.add(name)) {
                throw new BadJson(400, "JSON parse error - a name occurs twice in an object.");
            }
            object.add(name, value(parser.next(), depth + 1));
        }
    }

    private JsonValue array(int depth) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        while (true) {
            JsonParser.Event event = parser.next();
            if (event == JsonParser.Event.END_ARRAY) {
                return array.build();
            }
            array.add(value(event, depth + 1));
        }
    }

    private JsonValue value(JsonParser.Event event, int depth) {
        if (depth > MAX_DEPTH) {
            throw new BadJson(400, "JSON parse error - nested too deeply.");
        }
        return switch (event) {
            case START_OBJECT -> object(depth);
            case START_ARRAY -> array(depth);
            case VALUE_STRING -> Json.createValue(string());
            case VALUE_NUMBER -> number();
            case VALUE_TRUE -> JsonValue.TRUE;
            case VALUE_FALSE -> JsonValue.FALSE;
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new BadJson(400, "JSON parse error - the body is not valid JSON.");
        };
    }

    private JsonValue number() {
        String digits = parser.getString();
        if (digits.length() > MAX_NUMBER_LENGTH) {
            throw new BadJson(400, "JSON parse error - a number is too long.");
        }
        // 1e999999999 is short, but turning it into an integer would fill the memory.
        BigDecimal number = new BigDecimal(digits);
        if (Math.abs((long) number.scale()) > MAX_SCALE) {
            throw new BadJson(400, "JSON parse error - a number is too large or too small.");
        }
        return number.scale() <= 0 && number.precision() - number.scale() <= 18
                ? Json.createValue(number.longValueExact()) : Json.createValue(number);
    }

    private String string() {
        String text = parser.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c) && !pairs(text, i)) {
                throw new BadJson(400, "JSON parse error - a text holds a character that is not allowed.");
            }
        }
        return text;
    }

    private static boolean pairs(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
