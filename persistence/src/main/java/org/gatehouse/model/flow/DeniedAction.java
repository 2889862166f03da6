package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What happens when a flow refuses: a message, the way on, or a message unless there is a way on. */
public enum DeniedAction implements WireName {
    MESSAGE_CONTINUE,
    MESSAGE,
    CONTINUE;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<DeniedAction>
            implements AttributeConverter<DeniedAction, String> {

        public Stored() {
            super(DeniedAction.class);
        }
    }
}
