package org.gatehouse.model;

import jakarta.persistence.AttributeConverter;

/**
 * Stores an enum under its wire name, so that a column reads like the API does. Attributes name their
 * converter with {@code @Convert}: EclipseLink does not apply one to an enum by itself, and would store a number.
 */
public abstract class WireNameConverter<E extends Enum<E> & WireName> implements AttributeConverter<E, String> {

    private final Class<E> type;

    protected WireNameConverter(Class<E> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(E constant) {
        return constant == null ? null : constant.wireName();
    }

    @Override
    public E convertToEntityAttribute(String stored) {
        return stored == null ? null : WireName.find(type, stored)
                .orElseThrow(() -> new IllegalStateException("unknown " + type.getSimpleName() + " in the database: " + stored));
    }
}
