package org.gatehouse.authenticator;

import java.util.List;
import java.util.UUID;

/**
 * What a stage asks of security keys and passkeys.
 *
 * @param hints which kinds the browser is to offer first
 * @param allowedDeviceTypes the AAGUIDs of the models that are accepted; empty for all
 */
public record WebAuthnRequirements(UserVerification userVerification, List<WebAuthnHint> hints, List<UUID> allowedDeviceTypes) {
}
