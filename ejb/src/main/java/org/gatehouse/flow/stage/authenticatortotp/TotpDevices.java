package org.gatehouse.flow.stage.authenticatortotp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.crypto.SecretCipher;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.AuthenticatorDeviceRepository;
import org.gatehouse.model.authenticator.DeviceClass;

/** Apps that make time-based codes. One question stands for all of a user's apps: the code says which it was. */
@ApplicationScoped
public class TotpDevices implements AuthenticatorType {

    private static final String SECRET = "secret";
    private static final String DIGITS = "digits";

    @Inject
    private AuthenticatorDeviceRepository devices;

    @Inject
    private SecretCipher cipher;

    @Inject
    private Clock clock;

    @Override
    public DeviceClass deviceClass() {
        return DeviceClass.TOTP;
    }

    @Override
    public String deviceModel() {
        return "authentik_stages_authenticator_totp.totpdevice";
    }

    @Override
    public String setupStage() {
        return AuthenticatorTotpStage.NAME;
    }

    @Override
    public List<DeviceChallenge> challenges(Validation validation, List<AuthenticatorDevice> own) {
        return own.stream().limit(1).map(DeviceChallenge::forCode).toList();
    }

    @Override
    public Optional<AuthenticatorDevice> verify(Validation validation, List<AuthenticatorDevice> own, ValidationAnswer answer) {
        if (answer.code() == null) {
            return Optional.empty();
        }
        return own.stream().filter(device -> accepts(device, answer.code())).findFirst();
    }

    /** A step counts once: whoever looked over the shoulder is late (RFC 6238 section 5.2). */
    private boolean accepts(AuthenticatorDevice device, String code) {
        OptionalLong step = totpOf(device).stepOf(code, clock.instant());
        return step.isPresent() && devices.acceptCounter(device.getId(), step.getAsLong());
    }

    private Totp totpOf(AuthenticatorDevice device) {
        JsonObject details = device.getDetails();
        return new Totp(Base32.decode(cipher.open(details.getString(SECRET))), details.getInt(DIGITS));
    }

    /** What a device's row keeps of a secret. */
    static JsonObject details(String sealedSecret, int digits) {
        return Json.createObjectBuilder().add(SECRET, sealedSecret).add(DIGITS, digits).build();
    }
}
