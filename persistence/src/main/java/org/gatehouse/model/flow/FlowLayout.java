package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** How the flow page arranges form and background. */
public enum FlowLayout implements WireName {
    STACKED,
    CONTENT_LEFT,
    CONTENT_RIGHT,
    SIDEBAR_LEFT,
    SIDEBAR_RIGHT,
    SIDEBAR_LEFT_FRAME_BACKGROUND,
    SIDEBAR_RIGHT_FRAME_BACKGROUND;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<FlowLayout, String> {

        @Override
        public String convertToDatabaseColumn(FlowLayout constant) {
            return WireName.write(constant);
        }

        @Override
        public FlowLayout convertToEntityAttribute(String stored) {
            return WireName.read(FlowLayout.class, stored);
        }
    }
}
