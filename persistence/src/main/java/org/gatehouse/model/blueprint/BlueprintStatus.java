package org.gatehouse.model.blueprint;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** How the last application of a blueprint ended. */
public enum BlueprintStatus implements WireName {
    SUCCESSFUL,
    WARNING,
    ERROR,
    ORPHANED,
    UNKNOWN;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<BlueprintStatus>
            implements AttributeConverter<BlueprintStatus, String> {

        public Stored() {
            super(BlueprintStatus.class);
        }
    }
}
