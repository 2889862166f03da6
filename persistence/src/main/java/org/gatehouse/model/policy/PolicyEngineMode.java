package org.gatehouse.model.policy;

import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** Whether one passing binding is enough, or all must pass. */
public enum PolicyEngineMode implements WireName {
    ANY,
    ALL;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored extends WireNameConverter<PolicyEngineMode> {

        public Stored() {
            super(PolicyEngineMode.class);
        }
    }
}
