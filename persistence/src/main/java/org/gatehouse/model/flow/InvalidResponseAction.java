package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What an answer that a stage does not accept leads to. */
public enum InvalidResponseAction implements WireName {
    RETRY,
    RESTART,
    RESTART_WITH_CONTEXT;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<InvalidResponseAction>
            implements AttributeConverter<InvalidResponseAction, String> {

        public Stored() {
            super(InvalidResponseAction.class);
        }
    }
}
