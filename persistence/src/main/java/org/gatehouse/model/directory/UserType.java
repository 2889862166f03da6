package org.gatehouse.model.directory;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** Kinds of account. Internal service accounts belong to the product and cannot be edited by hand. */
public enum UserType implements WireName {
    INTERNAL,
    EXTERNAL,
    SERVICE_ACCOUNT,
    INTERNAL_SERVICE_ACCOUNT;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<UserType, String> {

        @Override
        public String convertToDatabaseColumn(UserType constant) {
            return WireName.write(constant);
        }

        @Override
        public UserType convertToEntityAttribute(String stored) {
            return WireName.read(UserType.class, stored);
        }
    }
}
