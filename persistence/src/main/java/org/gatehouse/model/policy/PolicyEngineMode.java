package org.gatehouse.model.policy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** Whether one passing binding is enough, or all must pass. */
public enum PolicyEngineMode implements WireName {
    ANY,
    ALL;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<PolicyEngineMode, String> {

        @Override
        public String convertToDatabaseColumn(PolicyEngineMode constant) {
            return WireName.write(constant);
        }

        @Override
        public PolicyEngineMode convertToEntityAttribute(String stored) {
            return WireName.read(PolicyEngineMode.class, stored);
        }
    }
}
