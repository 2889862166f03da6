package org.gatehouse.model.oauth2;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** The two kinds of token a provider issues. */
public enum OAuthTokenKind implements WireName {
    ACCESS,
    REFRESH;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<OAuthTokenKind>
            implements AttributeConverter<OAuthTokenKind, String> {

        public Stored() {
            super(OAuthTokenKind.class);
        }
    }
}
