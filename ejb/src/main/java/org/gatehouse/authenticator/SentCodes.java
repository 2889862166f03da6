package org.gatehouse.authenticator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.gatehouse.crypto.Digests;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;

/** Codes of six digits that are sent to a device and come back once; the last one sent is the only one that counts. */
@ApplicationScoped
public class SentCodes {

    /** How many digits a code has. */
    public static final int DIGITS = 6;

    @Inject
    private AuthenticatorDeviceRepository devices;

    @Inject
    private RandomKeys keys;

    @Inject
    private Clock clock;

    /** A new code for the device, to be sent; it is kept as a digest until it is used or has expired. */
    public String issue(AuthenticatorDevice device, Duration validity) {
        String code = keys.digits(DIGITS);
        devices.rememberCode(device.getId(), digest(device, code), clock.instant().plus(validity));
        return code;
    }

    /** Takes the code; true once for the code that was sent last, while it is valid. */
    public boolean redeem(AuthenticatorDevice device, String code) {
        return code != null && code.length() == DIGITS && devices.redeemCode(device.getId(), digest(device, code), clock.instant());
    }

    private static String digest(AuthenticatorDevice device, String code) {
        return Digests.sha256("gatehouse sent code\n" + device.getId() + "\n" + code);
    }
}
