package org.gatehouse.type;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.gatehouse.crypto.SecretCipher;

/**
 * Reads and writes records as JSON: settings documents, API bodies, flow challenges and answers. Unlike JSON-B it refuses
 * unknown keys, reports problems by field, and knows {@link Ref}, {@link Secret} and {@link TimeSpan}.
 *
 * <p>There are two forms. <em>Stored</em>: secrets sealed. <em>Wire</em>: secrets come in as plain text and are sealed on
 * reading; on writing they are left out.
 */
public final class RecordCodec {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final SecretCipher cipher;

    /** @param cipher seals secrets that come in on the wire */
    public RecordCodec(SecretCipher cipher) {
        this.cipher = cipher;
    }

    /** The record in its wire form; null components and secrets are handled as the class says. */
    public JsonObject toWire(Record value) {
        return write(value, false);
    }

    /** The record in its wire form without the components that are null; nested records keep theirs. For flow challenges. */
    public JsonObject toWireWithoutNulls(Record value) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        write(value, false).forEach((name, json) -> {
            if (json != JsonValue.NULL) {
                object.add(name, json);
            }
        });
        return object.build();
    }

    /** The record in its stored form. */
    public JsonObject toStored(Record value) {
        return write(value, true);
    }

    /**
     * Reads the stored form. Keys the record no longer has are ignored here: an older document must stay readable.
     *
     * @throws InvalidInput when the document does not fit the record
     */
    public <R extends Record> R fromStored(Class<R> type, JsonObject stored) {
        FieldProblems problems = new FieldProblems();
        R value = read(type, stored, "", true, problems);
        problems.refuseIfAny();
        return value;
    }

    /**
     * Reads the wire form, refusing unknown keys.
     *
     * @throws InvalidInput with all problems by field
     */
    public <R extends Record> R fromWire(Class<R> type, JsonObject wire) {
        FieldProblems problems = new FieldProblems();
        R value = fromWire(type, wire, problems);
        problems.refuseIfAny();
        return value;
    }

    /** As {@link #fromWire(Class, JsonObject)}, adding to {@code problems}; null when there are any. */
    public <R extends Record> R fromWire(Class<R> type, JsonObject wire, FieldProblems problems) {
        refuseUnknown(type, wire, "", problems);
        return read(type, wire, "", false, problems);
    }

    // Writing

    private JsonObject write(Record value, boolean stored) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        for (FieldDescriptor field : RecordDescriptor.fieldsOf(value.getClass())) {
            if (stored || !field.isSecret()) {
                object.add(field.wireName(), writeField(field, field.valueIn(value), stored));
            }
        }
        return object.build();
    }

    private JsonValue writeField(FieldDescriptor field, Object value, boolean stored) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (!field.list()) {
            return writeValue(value, stored);
        }
        JsonArrayBuilder array = Json.createArrayBuilder();
        ((Iterable<?>) value).forEach(element -> array.add(writeValue(element, stored)));
        return array.build();
    }

    private JsonValue writeValue(Object value, boolean stored) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean bool) {
            return bool ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof Double decimal) {
            return Json.createValue(decimal);
        }
        if (value instanceof Enum<?>) {
            return Json.createValue(RecordDescriptor.wireNameOf(value));
        }
        if (value instanceof Ref<?> ref) {
            return Json.createValue(ref.id().toString());
        }
        if (value instanceof TimeSpan span) {
            return Json.createValue(span.expression());
        }
        if (value instanceof Secret secret) {
            return Json.createValue(secret.sealed());
        }
        return value instanceof Record nested ? write(nested, stored) : Json.createValue(value.toString());
    }

    // Reading

    private static void refuseUnknown(Class<?> type, JsonObject object, String path, FieldProblems problems) {
        List<FieldDescriptor> fields = RecordDescriptor.fieldsOf(type);
        for (String key : object.keySet()) {
            if (fields.stream().noneMatch(field -> field.wireName().equals(key))) {
                problems.add(path + key, "This field is not known here.");
            }
        }
    }

    private <R extends Record> R read(Class<R> type, JsonObject object, String path, boolean stored, FieldProblems problems) {
        int before = problems.byField().size();
        List<FieldDescriptor> fields = RecordDescriptor.fieldsOf(type);
        Object[] values = new Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = readField(fields.get(i), object, path, stored, problems);
        }
        return problems.byField().size() > before ? null : construct(type, values, path, problems);
    }

    private Object readField(FieldDescriptor field, JsonObject object, String path, boolean stored, FieldProblems problems) {
        String name = path + field.wireName();
        JsonValue json = object.getOrDefault(field.wireName(), JsonValue.NULL);
        if (json == JsonValue.NULL) {
            json = field.defaultValue();
        }
        if (json == JsonValue.NULL) {
            if (field.required()) {
                problems.add(name, "This field is required.");
            }
            return emptyOf(field);
        }
        return field.list() ? readList(field, json, name, stored, problems) : readValue(field, json, name, stored, problems);
    }

    private static Object emptyOf(FieldDescriptor field) {
        Class<?> type = field.component().getType();
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        if (type == long.class) {
            return 0L;
        }
        return type == double.class ? 0.0 : null;
    }

    private Object readList(FieldDescriptor field, JsonValue json, String name, boolean stored, FieldProblems problems) {
        if (json.getValueType() != JsonValue.ValueType.ARRAY) {
            problems.add(name, "Expected a list of items.");
            return null;
        }
        List<Object> values = new ArrayList<>();
        int index = 0;
        for (JsonValue element : json.asJsonArray()) {
            Object value = readValue(field, element, name + "." + index++, stored, problems);
            if (value != null) {
                values.add(value);
            }
        }
        return Set.class.equals(field.component().getType())
                ? java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values)) : List.copyOf(values);
    }

    private Object readValue(FieldDescriptor field, JsonValue json, String name, boolean stored, FieldProblems problems) {
        try {
            return switch (field.kind()) {
                case TEXT -> readText(field, string(json));
                case MULTILINE, EXPRESSION -> string(json);
                case INTEGER -> readInteger(field, json);
                case DECIMAL -> readDecimal(json);
                case BOOLEAN -> readBoolean(json);
                // Blueprints write a choice of numbers as numbers.
                case CHOICE -> readChoice(field, json instanceof JsonNumber ? json.toString() : string(json));
                case TIME_SPAN -> new TimeSpan(string(json));
                case SECRET -> new Secret(stored ? string(json) : cipher.seal(string(json)));
                case REFERENCE -> Ref.to(uuid(string(json)));
                case JSON -> readJson(field, json);
                case RECORD -> readRecord(field, object(json), name, stored, problems);
            };
        } catch (IllegalArgumentException wrong) {
            problems.add(name, wrong.getMessage());
            return null;
        }
    }

    private Object readRecord(FieldDescriptor field, JsonObject json, String name, boolean stored, FieldProblems problems) {
        if (!stored) {
            refuseUnknown(field.valueType(), json, name + ".", problems);
        }
        return read(field.valueType().asSubclass(Record.class), json, name + ".", stored, problems);
    }

    private static Object readText(FieldDescriptor field, String text) {
        if (field.maxLength() >= 0 && text.length() > field.maxLength()) {
            throw new IllegalArgumentException("Ensure this field has no more than " + field.maxLength() + " characters.");
        }
        if (field.valueType() == UUID.class) {
            return uuid(text);
        }
        return field.valueType() == URI.class ? uri(text) : text;
    }

    /** Stricter than {@link UUID#fromString}, which completes what is too short. */
    private static UUID uuid(String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("Must be a valid UUID.");
        }
        return UUID.fromString(text);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException wrong) {
            throw new IllegalArgumentException("Enter a valid URL.", wrong);
        }
    }

    private static Object readInteger(FieldDescriptor field, JsonValue json) {
        BigDecimal number = JsonBounds.number(number(json));
        Class<?> type = field.list() ? field.valueType() : field.component().getType();
        boolean narrow = type == int.class || type == Integer.class;
        try {
            return narrow ? (Object) number.intValueExact() : (Object) number.longValueExact();
        } catch (ArithmeticException outOfRange) {
            throw new IllegalArgumentException("A valid integer is required.", outOfRange);
        }
    }

    private static Double readDecimal(JsonValue json) {
        double number = JsonBounds.number(number(json)).doubleValue();
        if (Double.isInfinite(number)) {
            throw new IllegalArgumentException("A valid number is required.");
        }
        return number;
    }

    private static JsonValue readJson(FieldDescriptor field, JsonValue json) {
        JsonBounds.requireStorable(json);
        return field.valueType() == JsonObject.class ? object(json) : json;
    }

    private static Boolean readBoolean(JsonValue json) {
        return switch (json.getValueType()) {
            case TRUE -> true;
            case FALSE -> false;
            default -> throw new IllegalArgumentException("Must be a valid boolean.");
        };
    }

    private static Object readChoice(FieldDescriptor field, String name) {
        return Arrays.stream(field.valueType().getEnumConstants())
                .filter(constant -> RecordDescriptor.wireNameOf(constant).equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + name + "\" is not a valid choice."));
    }

    private static String string(JsonValue json) {
        if (json instanceof JsonString string) {
            return JsonBounds.text(string.getString());
        }
        throw new IllegalArgumentException("Not a valid string.");
    }

    private static JsonNumber number(JsonValue json) {
        if (json instanceof JsonNumber number) {
            return number;
        }
        throw new IllegalArgumentException("A valid number is required.");
    }

    private static JsonObject object(JsonValue json) {
        if (json instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("Expected an object.");
    }

    private static <R extends Record> R construct(Class<R> type, Object[] values, String path, FieldProblems problems) {
        try {
            Class<?>[] parameters = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(parameters);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            problems.add(path.isEmpty() ? FieldProblems.GENERAL : path.substring(0, path.length() - 1),
                    String.valueOf(refused.getCause().getMessage()));
            return null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("Cannot construct " + type.getName(), impossible);
        }
    }
}
