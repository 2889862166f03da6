package org.gatehouse.flow.stage.authenticatorvalidate;

import java.util.List;
import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.model.authenticator.AuthenticatorDevice;

/**
 * A class of devices that the person can validate with now.
 *
 * @param devices the user's own, the one used last first; empty when a device is to tell who the user is
 * @param challenges what is asked
 */
record OwnDevices(AuthenticatorType type, List<AuthenticatorDevice> devices, List<DeviceChallenge> challenges) {

    /** The devices that a challenge is for: one of several, or all of them when one question stands for all. */
    List<AuthenticatorDevice> behind(DeviceChallenge challenge) {
        return challenges.size() == 1 ? devices
                : devices.stream().filter(device -> device.getNumPk().toString().equals(challenge.deviceUid())).toList();
    }

    Optional<DeviceChallenge> challenge(String deviceUid) {
        return challenges.stream().filter(challenge -> challenge.deviceUid().equals(deviceUid)).findFirst();
    }
}
