package org.gatehouse.flow.stage.authenticatorwebauthn;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKey;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;
import org.gatehouse.webauthn.CeremonyRefused;
import org.gatehouse.webauthn.CeremonyTerms;
import org.gatehouse.webauthn.CreationOptions;
import org.gatehouse.webauthn.DeviceTypes;
import org.gatehouse.webauthn.RegistrationCeremony;
import org.gatehouse.webauthn.RelyingParties;
import org.gatehouse.webauthn.UserHandles;

/** Registers a security key or a passkey for the user the flow is about. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "authenticator_webauthn", path = "authenticator/webauthn",
        model = "authentik_stages_authenticator_webauthn.authenticatorwebauthnstage", component = "ak-stage-authenticator-webauthn-form")
public class AuthenticatorWebAuthnStage implements StageType<AuthenticatorWebAuthnStageSettings, AuthenticatorWebAuthnStage.Answer> {

    private static final String FAILED = "The device could not be registered. Please try again.";
    private static final String NOT_ALLOWED = "Devices of this kind may not be used here.";
    private static final String KNOWN = "This device is registered already.";
    private static final String EXHAUSTED = "Too many attempts to register a device.";
    private static final String UNNAMED = "WebAuthn device";

    private static final ContextKey<Long> ATTEMPTS = ContextKey.number("authenticator_webauthn.attempts");

    @Inject
    private RelyingParties parties;

    @Inject
    private CeremonyChallenge challenges;

    @Inject
    private RegistrationCeremony ceremony;

    @Inject
    private WebAuthnDevices devices;

    @Inject
    private DeviceTypes types;

    /** @param response the public-key credential as the browser made it */
    public record Answer(@NotNull JsonObject response) {
    }

    /**
     * {@code ak-stage-authenticator-webauthn}.
     *
     * @param registration {@code PublicKeyCredentialCreationOptionsJSON}
     */
    public record Ask(String pendingUser, String pendingUserAvatar, JsonObject registration) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-webauthn";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorWebAuthnStageSettings settings) {
        return ProvenUser.of(flow).map(user -> StageResult.show(ask(flow, settings, user))).orElse(StageResult.deny(""));
    }

    private Ask ask(FlowContext flow, AuthenticatorWebAuthnStageSettings settings, User user) {
        CeremonyTerms terms = terms(settings, challenges.shown(flow.plan(), CeremonyChallenge.REGISTRATION));
        String displayName = user.getName().isBlank() ? user.getUsername() : user.getName();
        JsonObject options = new CreationOptions(terms, new CreationOptions.Person(UserHandles.of(user), user.getUsername(), displayName),
                settings.authenticatorAttachment(), settings.residentKeyRequirement(), settings.hints(),
                devices.credentialsOf(user, terms.party().id())).toJson();
        ShownUser shown = ShownUser.of(flow);
        return new Ask(shown.name(), shown.avatar(), options);
    }

    private CeremonyTerms terms(AuthenticatorWebAuthnStageSettings settings, String challenge) {
        return new CeremonyTerms(parties.current(), challenge, settings.userVerification());
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorWebAuthnStageSettings settings, Answer answer) {
        Optional<User> user = ProvenUser.of(flow);
        if (user.isEmpty()) {
            return StageResult.deny("");
        }
        Optional<String> objection = register(flow, settings, user.get(), answer.response());
        return objection.map(message -> failed(flow, settings, message)).orElseGet(() -> {
            flow.plan().remove(ATTEMPTS);
            return StageResult.next();
        });
    }

    /** What is wrong with the answer; empty when the device has been registered. */
    private Optional<String> register(FlowContext flow, AuthenticatorWebAuthnStageSettings settings, User user, JsonObject response) {
        Optional<String> challenge = challenges.take(flow.plan(), CeremonyChallenge.REGISTRATION);
        if (challenge.isEmpty()) {
            return Optional.of(FAILED);
        }
        try {
            RegistrationCeremony.Registered registered = ceremony.verify(response, terms(settings, challenge.get()), UserHandles.of(user));
            if (!types.permits(new HashSet<>(settings.deviceTypeRestrictions()), registered.credential())) {
                return Optional.of(NOT_ALLOWED);
            }
            if (devices.find(registered.credential().id()).isPresent()) {
                return Optional.of(KNOWN);
            }
            devices.enrol(user, registered, name(settings, registered), flow.stageId().orElse(null));
            return Optional.empty();
        } catch (CeremonyRefused refused) {
            return Optional.of(FAILED);
        }
    }

    /** A user with several keys tells them apart by their models rather than by the stage. */
    private String name(AuthenticatorWebAuthnStageSettings settings, RegistrationCeremony.Registered registered) {
        UUID aaguid = registered.credential().aaguid();
        if (!aaguid.equals(DeviceTypes.UNKNOWN) && types.isKnown(aaguid)) {
            return types.get(aaguid).description();
        }
        return settings.friendlyName().isBlank() ? UNNAMED : settings.friendlyName();
    }

    private static StageResult failed(FlowContext flow, AuthenticatorWebAuthnStageSettings settings, String message) {
        long attempts = flow.plan().get(ATTEMPTS).orElse(0L) + 1;
        flow.plan().put(ATTEMPTS, attempts);
        return settings.maxAttempts() > 0 && attempts >= settings.maxAttempts() ? StageResult.deny(EXHAUSTED)
                : StageResult.invalid("response", message);
    }
}
