package org.gatehouse.model.oauth2;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;

/** The two kinds of token a provider issues. */
public enum OAuthTokenKind implements WireName {
    ACCESS,
    REFRESH;

    /** Stores the constant under its wire name. */
    @Converter(autoApply = true)
    public static class Stored implements AttributeConverter<OAuthTokenKind, String> {

        @Override
        public String convertToDatabaseColumn(OAuthTokenKind constant) {
            return WireName.write(constant);
        }

        @Override
        public OAuthTokenKind convertToEntityAttribute(String stored) {
            return WireName.read(OAuthTokenKind.class, stored);
        }
    }
}
