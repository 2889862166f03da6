package org.gatehouse.model.authenticator;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** The classes of authenticator devices; the names are the contract's. */
public enum DeviceClass implements WireName {
    /** Codes on paper, each good once. */
    STATIC("Static"),
    /** Time-based codes (RFC 6238). */
    TOTP("TOTP"),
    /** Security keys and passkeys. */
    WEBAUTHN("WebAuthn"),
    /** The service of Duo. */
    DUO("Duo"),
    /** Codes sent to a telephone. */
    SMS("SMS"),
    /** Codes sent by e-mail. */
    EMAIL("Email");

    private final String spelling;

    DeviceClass(String spelling) {
        this.spelling = spelling;
    }

    /** The contract's schema of such devices: {@code TOTPDevice}. */
    public String schemaName() {
        return spelling + "Device";
    }

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<DeviceClass> implements AttributeConverter<DeviceClass, String> {

        public Stored() {
            super(DeviceClass.class);
        }
    }
}
