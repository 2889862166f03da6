package org.gatehouse.type;

import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.List;

/**
 * One component of a settings record as every reader of the mechanism sees it.
 *
 * @param component the record component it was read from
 * @param wireName the name on the wire and in the stored document
 * @param kind how the (element) value is handled
 * @param list whether the component is a list of such values
 * @param valueType the (element) class; for a reference the entity referred to
 * @param required whether a value must be sent
 * @param defaultValue what a missing value becomes; JSON null for none
 * @param section the group of the form, or empty
 * @param lookupKey whether objects are looked up by it
 * @param choices wire names of the constants of a {@link FieldKind#CHOICE}, else empty
 * @param fields the components of a nested record, else empty
 * @param maxLength the longest text accepted, or -1
 */
public record FieldDescriptor(
        RecordComponent component,
        String wireName,
        FieldKind kind,
        boolean list,
        Class<?> valueType,
        boolean required,
        JsonValue defaultValue,
        String section,
        boolean lookupKey,
        List<String> choices,
        List<FieldDescriptor> fields,
        int maxLength) {

    /** The value of this component in a record of the class it was read from. */
    Object valueIn(Record owner) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException broken) {
            throw new IllegalStateException("Cannot read " + component, broken);
        }
    }

    public boolean isReference() {
        return kind == FieldKind.REFERENCE;
    }

    public boolean isSecret() {
        return kind == FieldKind.SECRET;
    }
}
