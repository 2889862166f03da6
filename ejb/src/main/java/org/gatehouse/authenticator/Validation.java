package org.gatehouse.authenticator;

import java.util.Optional;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.directory.User;

/**
 * One validation in progress.
 *
 * @param flow the step it happens in; a type keeps what it has to remember in the plan, under keys of its own
 * @param user whose devices are asked for; empty when a device is to tell
 * @param webauthn what the stage asks of security keys and passkeys
 */
public record Validation(FlowContext flow, Optional<User> user, WebAuthnRequirements webauthn) {
}
