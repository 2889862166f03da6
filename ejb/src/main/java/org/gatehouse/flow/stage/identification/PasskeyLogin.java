package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.authenticator.AuthenticatorType;
import org.gatehouse.authenticator.AuthenticatorTypes;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.Validation;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.authenticator.WebAuthnRequirements;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.authenticator.DeviceClass;

/** Logging in by a passkey on the identification page: the passkey says who somebody is and proves it at once. */
@ApplicationScoped
public class PasskeyLogin {

    private static final String METHOD = "auth_webauthn_pwl";
    private static final String BACKEND = "gatehouse.authenticators.webauthn";

    @Inject
    private AuthenticatorTypes types;

    @Inject
    private Authenticators authenticators;

    /** What the browser is asked; the page offers it beside the name ({@code PublicKeyCredentialRequestOptionsJSON}). */
    Optional<JsonObject> challenge(FlowContext flow, WebAuthnRequirements required) {
        return passkeys().flatMap(type -> type.challenges(validation(flow, required), List.of()).stream().findFirst())
                .map(DeviceChallenge::challenge);
    }

    /** Takes the answer; true when from here on the flow is about the passkey's user, who has authenticated. */
    boolean accept(FlowContext flow, WebAuthnRequirements required, JsonObject passkey) {
        Optional<AuthenticatorDevice> device = passkeys()
                .flatMap(type -> type.verify(validation(flow, required), List.of(), new ValidationAnswer(null, passkey)));
        device.ifPresent(proven -> authenticate(flow, proven));
        return device.isPresent();
    }

    private void authenticate(FlowContext flow, AuthenticatorDevice device) {
        authenticators.used(device, List.of(device));
        flow.authenticated();
        flow.plan().remove(ContextKeys.PENDING_USER_IDENTIFIER);
        flow.plan().put(ContextKeys.PENDING_USER, device.getUser().getId())
                .put(ContextKeys.AUTH_METHOD, METHOD)
                .put(ContextKeys.AUTH_METHOD_ARGS, Json.createObjectBuilder().add("device", authenticators.describe(device)).build())
                .put(ContextKeys.USER_BACKEND, BACKEND);
    }

    private Optional<AuthenticatorType> passkeys() {
        return types.find(DeviceClass.WEBAUTHN).filter(AuthenticatorType::identifiesUsers);
    }

    /** Whoever is logged in or was named before does not matter: the passkey is to tell. */
    private static Validation validation(FlowContext flow, WebAuthnRequirements required) {
        return new Validation(flow, Optional.empty(), required);
    }
}
