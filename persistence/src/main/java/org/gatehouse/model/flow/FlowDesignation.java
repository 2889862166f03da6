package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** What a flow is for; it decides where the flow may be started from. */
public enum FlowDesignation implements WireName {
    AUTHENTICATION,
    AUTHORIZATION,
    INVALIDATION,
    ENROLLMENT,
    UNENROLLMENT,
    RECOVERY,
    STAGE_CONFIGURATION;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<FlowDesignation, String> {

        @Override
        public String convertToDatabaseColumn(FlowDesignation constant) {
            return WireName.write(constant);
        }

        @Override
        public FlowDesignation convertToEntityAttribute(String stored) {
            return WireName.read(FlowDesignation.class, stored);
        }
    }
}
