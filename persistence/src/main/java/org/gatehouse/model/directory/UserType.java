package org.gatehouse.model.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** Kinds of account. Internal service accounts belong to the product and cannot be edited by hand. */
public enum UserType implements WireName {
    INTERNAL,
    EXTERNAL,
    SERVICE_ACCOUNT,
    INTERNAL_SERVICE_ACCOUNT;

    /** Whether the account acts by itself, with nobody in front of it. */
    public boolean isProgram() {
        return this == SERVICE_ACCOUNT || this == INTERNAL_SERVICE_ACCOUNT;
    }

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<UserType>
            implements AttributeConverter<UserType, String> {

        public Stored() {
            super(UserType.class);
        }
    }
}
