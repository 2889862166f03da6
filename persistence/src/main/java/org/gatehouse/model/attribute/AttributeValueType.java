package org.gatehouse.model.attribute;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What an attribute's value is in JSON. */
public enum AttributeValueType implements WireName {
    TEXT,
    NUMBER,
    BOOLEAN;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<AttributeValueType>
            implements AttributeConverter<AttributeValueType, String> {

        public Stored() {
            super(AttributeValueType.class);
        }
    }
}
