package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** What an answer that a stage does not accept leads to. */
public enum InvalidResponseAction implements WireName {
    RETRY,
    RESTART,
    RESTART_WITH_CONTEXT;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<InvalidResponseAction, String> {

        @Override
        public String convertToDatabaseColumn(InvalidResponseAction constant) {
            return WireName.write(constant);
        }

        @Override
        public InvalidResponseAction convertToEntityAttribute(String stored) {
            return WireName.read(InvalidResponseAction.class, stored);
        }
    }
}
