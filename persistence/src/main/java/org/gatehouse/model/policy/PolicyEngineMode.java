package org.gatehouse.model.policy;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** Whether one passing binding is enough, or all must pass. */
public enum PolicyEngineMode implements WireName {
    ANY,
    ALL;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<PolicyEngineMode>
            implements AttributeConverter<PolicyEngineMode, String> {

        public Stored() {
            super(PolicyEngineMode.class);
        }
    }
}
