package org.gatehouse.flow.stage.authenticatorvalidate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.authenticator.DeviceChallenge;
import org.gatehouse.authenticator.RecentProofs;
import org.gatehouse.authenticator.ValidationAnswer;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ProvenUser;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.authenticator.DeviceClass;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Asks the pending user to prove who they are with one of their devices; as the first stage of a flow, asks whose device it is. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "authenticator_validate", path = "authenticator/validate",
        model = "authentik_stages_authenticator_validate.authenticatorvalidatestage", component = "ak-stage-authenticator-validate-form")
public class AuthenticatorValidateStage implements StageType<AuthenticatorValidateStageSettings, AuthenticatorValidateStage.Answer> {

    private static final String WRONG = "This code is not right, or has been used.";
    private static final String TOO_EARLY = "Too many attempts. Please wait a while and try again.";

    private static final String LOCKED = "None of your devices can be used here. Please ask an administrator.";

    @Inject
    private Offers offers;

    @Inject
    private AnswerCheck check;

    @Inject
    private MissingDevice missing;

    @Inject
    private RecentProofs proofs;

    @Inject
    private ConfiguredObjects objects;

    /** One of the challenges, as the browser was given it; only class and device matter. */
    public record Picked(@NotNull DeviceClass deviceClass, @NotNull @Size(max = 64) String deviceUid, JsonObject challenge, String lastUsed) {
    }

    /** One component is set. */
    public record Answer(Picked selectedChallenge, @Size(max = 64) String selectedStage, @Size(max = 128) String code, JsonObject webauthn,
            Long duo) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** A stage that sets up a device, to choose from. */
    public record Setup(String pk, String name, String verboseName, String metaModelName) {
    }

    /** {@code ak-stage-authenticator-validate}. */
    public record Ask(String pendingUser, String pendingUserAvatar, List<DeviceChallenge> deviceChallenges, List<Setup> configurationStages)
            implements Challenge {

        @Override
        public String component() {
            return "ak-stage-authenticator-validate";
        }
    }

    @Override
    public void check(AuthenticatorValidateStageSettings settings, FieldProblems problems) {
        if (settings.notConfiguredAction() == NotConfiguredAction.CONFIGURE && settings.configurationStages().isEmpty()) {
            problems.add("configuration_stages", "At least one stage is needed when devices are to be set up.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, AuthenticatorValidateStageSettings settings) {
        Offer offer = offers.of(flow, settings);
        Duration threshold = settings.lastAuthThreshold().duration();
        // What the browser has proved before stands beside another proof, never in place of one.
        if (ProvenUser.of(flow).isPresent() && proofs.find(offer.devices(), threshold).isPresent()) {
            return StageResult.next();
        }
        if (!offer.isEmpty()) {
            return show(flow, offer.challenges(), List.of());
        }
        if (offer.isLocked()) {
            return locked(offer);
        }
        List<Stage> choices = missing.choices(flow, settings);
        return missing.decide(flow, settings, choices).orElseGet(() -> show(flow, List.of(), choices));
    }

    private StageResult locked(Offer offer) {
        check.recordLocked(offer);
        return StageResult.deny(LOCKED);
    }

    private StageResult show(FlowContext flow, List<DeviceChallenge> challenges, List<Stage> setups) {
        ShownUser user = ShownUser.of(flow);
        return StageResult.show(new Ask(user.name(), user.avatar(), challenges, setups.stream().map(this::describe).toList()));
    }

    private Setup describe(Stage stage) {
        var type = objects.typeOf(stage);
        return new Setup(stage.getId().toString(), stage.getName(), type.verboseName(java.util.Locale.ENGLISH), type.model());
    }

    @Override
    public StageResult submit(FlowContext flow, AuthenticatorValidateStageSettings settings, Answer answer) {
        Offer offer = offers.of(flow, settings);
        if (offer.isEmpty()) {
            return offer.isLocked() ? locked(offer) : setUp(flow, settings, answer);
        }
        if (answer.code() != null && !answer.code().isBlank()) {
            ValidationAnswer code = new ValidationAnswer(answer.code().replaceAll("\\s", ""), null);
            return judge(check.check(offer, settings, offer.forCode(), code), "code", WRONG);
        }
        if (answer.webauthn() != null) {
            ValidationAnswer assertion = new ValidationAnswer(null, answer.webauthn());
            return judge(check.check(offer, settings, offer.of(DeviceClass.WEBAUTHN), assertion), "webauthn", "This security key was not accepted.");
        }
        return answer.selectedChallenge() == null ? StageResult.invalid("code", "This field is required.")
                : pick(flow, offer, answer.selectedChallenge());
    }

    private static StageResult judge(AnswerCheck.Verdict verdict, String field, String wrong) {
        return switch (verdict) {
            case PROVED -> StageResult.next();
            case WRONG -> StageResult.invalid(field, wrong);
            case TOO_EARLY -> StageResult.invalid(field, TOO_EARLY);
        };
    }

    private StageResult pick(FlowContext flow, Offer offer, Picked picked) {
        Optional<Offer.Choice> choice = offer.find(picked.deviceClass().wireName(), picked.deviceUid());
        if (choice.isEmpty()) {
            return StageResult.invalid("selected_challenge", "This device is not offered here.");
        }
        offer.pick(choice.get());
        Optional<String> problem = choice.get().device()
                .flatMap(device -> choice.get().among().type().select(offer.validation(), device));
        return problem.map(sentence -> StageResult.invalid("selected_challenge", sentence))
                .orElseGet(() -> show(flow, offer.challenges(), List.of()));
    }

    private StageResult setUp(FlowContext flow, AuthenticatorValidateStageSettings settings, Answer answer) {
        return missing.choices(flow, settings).stream().filter(stage -> stage.getId().toString().equals(answer.selectedStage())).findFirst()
                .map(stage -> missing.setUp(flow, stage))
                .orElse(StageResult.invalid("selected_stage", "Please choose what you want to set up."));
    }
}
