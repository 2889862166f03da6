package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.gatehouse.authenticator.UserVerification;
import org.gatehouse.authenticator.WebAuthnHint;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.webauthn.AuthenticatorAttachment;
import org.gatehouse.webauthn.ResidentKeyRequirement;

/**
 * The settings of a stage that registers security keys and passkeys.
 *
 * @param configureFlow the flow in which users register a device by themselves
 * @param friendlyName what users see instead of the stage's name
 * @param userVerification whether the person has to prove to the authenticator that it is them
 * @param authenticatorAttachment which authenticators may be registered; null for any
 * @param residentKeyRequirement whether the credential should log in without a name
 * @param hints what the browser should offer first
 * @param deviceTypeRestrictions AAGUIDs of the models that may be registered; none: all
 * @param maxAttempts how many answers may fail before the flow is refused; 0: any number
 */
public record AuthenticatorWebAuthnStageSettings(
        Ref<Flow> configureFlow,
        @Default("") @Size(max = 200) String friendlyName,
        @Default("preferred") UserVerification userVerification,
        AuthenticatorAttachment authenticatorAttachment,
        @Default("preferred") ResidentKeyRequirement residentKeyRequirement,
        List<WebAuthnHint> hints,
        List<UUID> deviceTypeRestrictions,
        @Min(0) @Default("0") int maxAttempts) {
}
