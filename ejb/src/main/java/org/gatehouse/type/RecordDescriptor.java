package org.gatehouse.type;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.StringReader;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.gatehouse.model.WireName;

/**
 * Reads a record class into field descriptors, once per class. Wire names are the component names in snake case.
 * Annotations are read from the record's fields: constraints do not show on the component itself.
 *
 * @throws IllegalArgumentException naming class and component, when a component's type is not one the mechanism knows
 */
public final class RecordDescriptor {

    private static final Map<Class<?>, List<FieldDescriptor>> KNOWN = new ConcurrentHashMap<>();

    private RecordDescriptor() {
    }

    public static List<FieldDescriptor> fieldsOf(Class<?> record) {
        List<FieldDescriptor> known = KNOWN.get(record);
        if (known == null) {
            known = Arrays.stream(record.getRecordComponents()).map(component -> describe(record, component)).toList();
            KNOWN.put(record, known);
        }
        return known;
    }

    private static FieldDescriptor describe(Class<?> record, RecordComponent component) {
        Field field = fieldOf(record, component);
        boolean list = List.class.equals(component.getType()) || Set.class.equals(component.getType());
        Type elementType = list ? argument(component.getGenericType()) : component.getGenericType();
        FieldKind kind = kindOf(field, rawType(elementType), record, component);
        Class<?> valueType = kind == FieldKind.REFERENCE ? rawType(argument(elementType)) : rawType(elementType);
        JsonValue defaultValue = defaultOf(field, kind, list);
        return new FieldDescriptor(component, wireNameOf(field), kind, list, valueType,
                isRequired(field) && defaultValue == JsonValue.NULL, defaultValue,
                field.isAnnotationPresent(Section.class) ? field.getAnnotation(Section.class).value() : "",
                field.isAnnotationPresent(LookupKey.class),
                kind == FieldKind.CHOICE ? choicesOf(valueType) : List.of(),
                kind == FieldKind.RECORD ? fieldsOf(valueType) : List.of(),
                // On a list it counts the elements, which is for Bean Validation to do.
                field.isAnnotationPresent(Size.class) && !list ? field.getAnnotation(Size.class).max() : -1);
    }

    private static Field fieldOf(Class<?> record, RecordComponent component) {
        try {
            return record.getDeclaredField(component.getName());
        } catch (NoSuchFieldException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static FieldKind kindOf(Field field, Class<?> type, Class<?> record, RecordComponent component) {
        if (type == String.class) {
            return field.isAnnotationPresent(Expression.class) ? FieldKind.EXPRESSION
                    : field.isAnnotationPresent(Multiline.class) ? FieldKind.MULTILINE : FieldKind.TEXT;
        }
        if (type == boolean.class || type == Boolean.class) {
            return FieldKind.BOOLEAN;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return FieldKind.INTEGER;
        }
        if (type == double.class || type == Double.class) {
            return FieldKind.DECIMAL;
        }
        if (type == URI.class || type == UUID.class) {
            return FieldKind.TEXT;
        }
        return structuredKind(type, record, component);
    }

    private static FieldKind structuredKind(Class<?> type, Class<?> record, RecordComponent component) {
        if (type == TimeSpan.class) {
            return FieldKind.TIME_SPAN;
        }
        if (type == Secret.class) {
            return FieldKind.SECRET;
        }
        if (type == Ref.class) {
            return FieldKind.REFERENCE;
        }
        if (type == JsonObject.class || type == JsonValue.class) {
            return FieldKind.JSON;
        }
        if (type.isEnum()) {
            return FieldKind.CHOICE;
        }
        if (type.isRecord()) {
            return FieldKind.RECORD;
        }
        throw new IllegalArgumentException("The type mechanism cannot handle component " + component.getName() + " of "
                + record.getName() + ": " + type.getName() + " is not a known kind.");
    }

    private static boolean isRequired(Field field) {
        return Stream.of(NotNull.class, NotBlank.class, NotEmpty.class).anyMatch(field::isAnnotationPresent);
    }

    private static JsonValue defaultOf(Field field, FieldKind kind, boolean list) {
        Default annotation = field.getAnnotation(Default.class);
        if (annotation == null) {
            return list && !isRequired(field) ? JsonValue.EMPTY_JSON_ARRAY : JsonValue.NULL;
        }
        boolean literal = list || kind == FieldKind.BOOLEAN || kind == FieldKind.INTEGER || kind == FieldKind.DECIMAL
                || kind == FieldKind.JSON || kind == FieldKind.RECORD;
        if (!literal) {
            return Json.createValue(annotation.value());
        }
        try (JsonReader reader = Json.createReader(new StringReader(annotation.value()))) {
            return reader.readValue();
        }
    }

    private static List<String> choicesOf(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(RecordDescriptor::wireNameOf).toList();
    }

    /** The name of an enum constant on the wire: its own if it has one, else its name in lower case. */
    static String wireNameOf(Object constant) {
        return constant instanceof WireName named ? named.wireName() : ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
    }

    private static Type argument(Type generic) {
        return ((ParameterizedType) generic).getActualTypeArguments()[0];
    }

    private static Class<?> rawType(Type type) {
        return type instanceof ParameterizedType parameterized ? (Class<?>) parameterized.getRawType() : (Class<?>) type;
    }

    private static String wireNameOf(Field field) {
        WireField named = field.getAnnotation(WireField.class);
        return named == null ? snakeCase(field.getName()) : named.value();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
