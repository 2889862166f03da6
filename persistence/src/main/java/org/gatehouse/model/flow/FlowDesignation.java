package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

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
    @Converter
    public static class Stored extends WireNameConverter<FlowDesignation>
            implements AttributeConverter<FlowDesignation, String> {

        public Stored() {
            super(FlowDesignation.class);
        }
    }
}
