package org.gatehouse.model.flow;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

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
    @Converter
    public static class Stored extends WireNameConverter<FlowLayout>
            implements AttributeConverter<FlowLayout, String> {

        public Stored() {
            super(FlowLayout.class);
        }
    }
}
