package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.authenticator.UserVerification;
import org.gatehouse.authenticator.WebAuthnHint;
import org.gatehouse.authenticator.WebAuthnRequirements;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Section;
import org.gatehouse.type.TimeSpan;

/**
 * The settings of a stage that validates with an authenticator device.
 *
 * @param notConfiguredAction what becomes of a user who has nothing to validate with
 * @param deviceClasses which classes of devices count
 * @param configurationStages which stages such a user may choose from, if they are to set up a device
 * @param lastAuthThreshold for how long a browser that has proved itself is not asked again; zero: it is asked every time
 * @param webauthnUserVerification whether a security key has to check whose it is
 * @param webauthnHints which kinds of security keys the browser offers first
 * @param webauthnAllowedDeviceTypes the AAGUIDs of the security keys that count; none: all
 * @param emailOtpThrottlingFactor the wait after the first wrong code, in seconds; it doubles with each one; zero: no wait
 */
public record AuthenticatorValidateStageSettings(
        @Default("skip") NotConfiguredAction notConfiguredAction,
        @Default("[\"static\", \"totp\", \"webauthn\", \"duo\", \"sms\", \"email\"]") Set<DeviceClass> deviceClasses,
        List<Ref<Stage>> configurationStages,
        @Default("seconds=0") TimeSpan lastAuthThreshold,
        @Section("webauthn") @Default("preferred") UserVerification webauthnUserVerification,
        @Section("webauthn") List<WebAuthnHint> webauthnHints,
        @Section("webauthn") List<UUID> webauthnAllowedDeviceTypes,
        @Section("throttling") @Default("1") @PositiveOrZero double emailOtpThrottlingFactor,
        @Section("throttling") @Default("1") @PositiveOrZero double smsOtpThrottlingFactor,
        @Section("throttling") @Default("1") @PositiveOrZero double totpOtpThrottlingFactor,
        @Section("throttling") @Default("1") @PositiveOrZero double staticOtpThrottlingFactor) {

    WebAuthnRequirements webauthn() {
        return new WebAuthnRequirements(webauthnUserVerification, webauthnHints, webauthnAllowedDeviceTypes);
    }

    /** The wait after the first failed attempt with a device of the class, in seconds; nobody guesses a signature. */
    double throttlingFactor(DeviceClass deviceClass) {
        return switch (deviceClass) {
            case EMAIL -> emailOtpThrottlingFactor;
            case SMS -> smsOtpThrottlingFactor;
            case TOTP -> totpOtpThrottlingFactor;
            case STATIC -> staticOtpThrottlingFactor;
            case WEBAUTHN, DUO -> 0;
        };
    }
}
