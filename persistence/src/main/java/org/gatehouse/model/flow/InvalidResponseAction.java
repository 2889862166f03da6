package org.gatehouse.model.flow;

import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What an answer that a stage does not accept leads to. */
public enum InvalidResponseAction implements WireName {
    RETRY,
    RESTART,
    RESTART_WITH_CONTEXT;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored extends WireNameConverter<InvalidResponseAction> {

        public Stored() {
            super(InvalidResponseAction.class);
        }
    }
}
