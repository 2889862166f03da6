package org.gatehouse.authenticator;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;

/**
 * One way to validate that a person is offered: the contract's {@code DeviceChallenge}.
 *
 * @param deviceUid the number of the device; {@code -1} for one that nobody knows yet
 * @param challenge what the browser needs for it; empty for codes
 * @param lastUsed when the device was used last, or null
 */
public record DeviceChallenge(DeviceClass deviceClass, String deviceUid, JsonObject challenge, String lastUsed) {

    /** The {@code device_uid} of a device that nobody knows yet. */
    public static final String UNKNOWN_DEVICE = "-1";

    /** The challenge of a device that asks for a code. */
    public static DeviceChallenge forCode(AuthenticatorDevice device) {
        return of(device, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The challenge of a device, with what the browser needs for it. */
    public static DeviceChallenge of(AuthenticatorDevice device, JsonObject challenge) {
        return new DeviceChallenge(device.getDeviceClass(), device.getNumPk().toString(), challenge,
                device.getLastUsed() == null ? null : device.getLastUsed().toString());
    }
}
