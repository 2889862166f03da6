package org.gatehouse.model.token;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** What a token may be used for; a token of one intent never works as another. */
public enum TokenIntent implements WireName {
    VERIFICATION,
    API,
    RECOVERY,
    APP_PASSWORD;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<TokenIntent>
            implements AttributeConverter<TokenIntent, String> {

        public Stored() {
            super(TokenIntent.class);
        }
    }
}
