package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** What happens when a flow refuses: a message, the way on, or a message unless there is a way on. */
public enum DeniedAction implements WireName {
    MESSAGE_CONTINUE,
    MESSAGE,
    CONTINUE;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<DeniedAction, String> {

        @Override
        public String convertToDatabaseColumn(DeniedAction constant) {
            return WireName.write(constant);
        }

        @Override
        public DeniedAction convertToEntityAttribute(String stored) {
            return WireName.read(DeniedAction.class, stored);
        }
    }
}
