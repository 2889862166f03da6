package org.gatehouse.model.notification;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** How serious a notification is. */
public enum Severity implements WireName {
    NOTICE,
    WARNING,
    ALERT;

    /** Keeps the wire name. */
    @Converter
    public static class Stored extends WireNameConverter<Severity> implements AttributeConverter<Severity, String> {

        public Stored() {
            super(Severity.class);
        }
    }
}
