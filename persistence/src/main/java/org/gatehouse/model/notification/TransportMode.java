package org.gatehouse.model.notification;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** How people are told. */
public enum TransportMode implements WireName {
    /** In the product itself. */
    LOCAL,
    /** A document to a server, shaped by mappings if there are any. */
    WEBHOOK,
    /** The shape that Slack takes, and Discord under its addresses that end in {@code /slack}. */
    WEBHOOK_SLACK,
    EMAIL;

    /** Whether a server is called. */
    public boolean isWebhook() {
        return this == WEBHOOK || this == WEBHOOK_SLACK;
    }

    /** Keeps the wire name. */
    @Converter
    public static class Stored extends WireNameConverter<TransportMode> implements AttributeConverter<TransportMode, String> {

        public Stored() {
            super(TransportMode.class);
        }
    }
}
