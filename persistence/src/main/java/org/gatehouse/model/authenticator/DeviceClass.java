package org.gatehouse.model.authenticator;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.gatehouse.model.WireName;
import org.gatehouse.model.WireNameConverter;

/** The classes of authenticator devices; the names are the contract's. */
public enum DeviceClass implements WireName {
    /** Codes on paper, each good once. */
    STATIC,
    /** Time-based codes (RFC 6238). */
    TOTP,
    /** Security keys and passkeys. */
    WEBAUTHN,
    /** The service of Duo. */
    DUO,
    /** Codes sent to a telephone. */
    SMS,
    /** Codes sent by e-mail. */
    EMAIL;

    /** Stores the constant under its wire name. */
    @Converter
    public static class Stored extends WireNameConverter<DeviceClass> implements AttributeConverter<DeviceClass, String> {

        public Stored() {
            super(DeviceClass.class);
        }
    }
}
