package org.gatehouse.model.token;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** What a token may be used for; a token of one intent never works as another. */
public enum TokenIntent implements WireName {
    VERIFICATION,
    API,
    RECOVERY,
    APP_PASSWORD;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<TokenIntent, String> {

        @Override
        public String convertToDatabaseColumn(TokenIntent constant) {
            return WireName.write(constant);
        }

        @Override
        public TokenIntent convertToEntityAttribute(String stored) {
            return WireName.read(TokenIntent.class, stored);
        }
    }
}
