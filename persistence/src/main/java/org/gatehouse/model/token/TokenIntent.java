package org.gatehouse.model.token;

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
    @Converter(autoApply = true)
    public static class Stored extends WireNameConverter<TokenIntent> {

        public Stored() {
            super(TokenIntent.class);
        }
    }
}
