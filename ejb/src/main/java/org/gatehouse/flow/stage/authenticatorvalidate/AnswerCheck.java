package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.access.Actor;
import org.gatehouse.authenticator.Authenticators;
import org.gatehouse.authenticator.DeviceThrottle;
import org.gatehouse.authenticator.RecentProofs;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.model.authenticator.AuthenticatorDevice;
import org.gatehouse.model.directory.User;

/** Checks an answer with the devices it can be for, and notes in the plan what it has proved. */
@ApplicationScoped
public class AnswerCheck {

    @Inject
    private DeviceThrottle throttle;

    @Inject
    private Authenticators authenticators;

    @Inject
    private RecentProofs proofs;

    @Inject
    private Events events;

    /** What an answer came to. */
    enum Verdict {
        PROVED,
        WRONG,
        /** Too many attempts; nothing was checked. */
        TOO_EARLY
    }

    /** Checks; a wrong answer leaves a {@code login_failed} event, never with the answer in it. */
    Verdict check(Offer offer, AuthenticatorValidateStageSettings settings, List<Offer.Choice> choices, ValidationAnswer answer) {
        boolean checked = false;
        for (Offer.Choice choice : choices) {
            List<AuthenticatorDevice> tried = choice.devices().stream()
                    .filter(device -> throttle.attempt(device, settings.throttlingFactor(device.getDeviceClass()))).toList();
            if (!tried.isEmpty() || choice.devices().isEmpty()) {
                checked = true;
                Optional<AuthenticatorDevice> proved = choice.among().type().verify(offer.validation(), tried, answer)
                        .filter(device -> device.isConfirmed() && device.getUser().isActive());
                if (proved.isPresent()) {
                    accept(offer, settings, proved.get());
                    return Verdict.PROVED;
                }
            }
        }
        Verdict verdict = checked || choices.isEmpty() ? Verdict.WRONG : Verdict.TOO_EARLY;
        recordFailure(offer, verdict == Verdict.TOO_EARLY ? "too many attempts" : "wrong second factor");
        return verdict;
    }

    /** Leaves an event when somebody has second factors and can use none of them here. */
    void recordLocked(Offer offer) {
        recordFailure(offer, "no second factor can be used here");
    }

    private void accept(Offer offer, AuthenticatorValidateStageSettings settings, AuthenticatorDevice device) {
        FlowContext flow = offer.validation().flow();
        authenticators.used(device, offer.devices());
        proofs.remember(device, settings.lastAuthThreshold().duration());
        flow.authenticated();
        offer.forgetPick();
        JsonObject args = flow.plan().get(ContextKeys.AUTH_METHOD_ARGS).orElse(JsonValue.EMPTY_JSON_OBJECT);
        if (offer.validation().user().isEmpty()) {
            identify(flow.plan(), args, device);
            return;
        }
        if (!flow.plan().has(ContextKeys.AUTH_METHOD)) {
            flow.plan().put(ContextKeys.AUTH_METHOD, "auth_mfa");
        }
        JsonArray before = args.getJsonArray("mfa_devices") == null ? JsonValue.EMPTY_JSON_ARRAY : args.getJsonArray("mfa_devices");
        flow.plan().put(ContextKeys.AUTH_METHOD_ARGS, Json.createObjectBuilder(args)
                .add("mfa_devices", Json.createArrayBuilder(before).add(authenticators.describe(device))).build());
    }

    /** The device has told who the user is. */
    private void identify(PlanContext plan, JsonObject args, AuthenticatorDevice device) {
        plan.put(ContextKeys.PENDING_USER, device.getUser().getId())
                .put(ContextKeys.AUTH_METHOD, "auth_webauthn_pwl")
                .put(ContextKeys.AUTH_METHOD_ARGS, Json.createObjectBuilder(args).add("device", authenticators.describe(device)).build());
    }

    private void recordFailure(Offer offer, String reason) {
        FlowContext flow = offer.validation().flow();
        Optional<User> user = offer.validation().user();
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.authenticator_validate",
                        user.map(found -> Actor.of(found, false)).orElse(flow.actor()))
                .with("username", user.map(User::getUsername).orElse(""))
                .with("reason", reason));
    }
}
