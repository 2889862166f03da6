package org.gatehouse.model.blueprint;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** How the last application of a blueprint ended. */
public enum BlueprintStatus implements WireName {
    SUCCESSFUL,
    WARNING,
    ERROR,
    ORPHANED,
    UNKNOWN;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<BlueprintStatus, String> {

        @Override
        public String convertToDatabaseColumn(BlueprintStatus constant) {
            return WireName.write(constant);
        }

        @Override
        public BlueprintStatus convertToEntityAttribute(String stored) {
            return WireName.read(BlueprintStatus.class, stored);
        }
    }
}
