package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.password.PasswordCheck;
import org.gatehouse.flow.password.PasswordStageSettings;
import org.gatehouse.flow.password.PasswordVerdict;
import org.gatehouse.model.directory.User;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;

/** Asks who somebody is, and on the same page for the password if a password stage is embedded. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "identification", model = "authentik_stages_identification.identificationstage",
        component = "ak-stage-identification-form")
public class IdentificationStage implements StageType<IdentificationStageSettings, IdentificationStage.Answer> {

    private static final String REQUIRED = "This field is required.";
    private static final String FAILED = "Failed to authenticate.";
    private static final String PASSKEY_FAILED = "This passkey was not accepted.";

    @Inject
    private IdentifiedUsers users;

    @Inject
    private IdentificationPage page;

    @Inject
    private EmbeddedPassword embedded;

    @Inject
    private EmbeddedCaptcha captcha;

    @Inject
    private PasswordCheck check;

    @Inject
    private PasskeyStage passkeyStage;

    @Inject
    private PasskeyLogin passkeys;

    @Inject
    private Events events;

    /** The answer; captcha and passkey belong to stages that may be embedded. */
    public record Answer(@Size(max = 254) String uidField, @Size(max = 4096) String password, String captchaToken, JsonObject passkey) {

        @Override
        public String toString() {
            return "Answer[" + uidField + "]";
        }
    }

    @Override
    public void check(IdentificationStageSettings settings, FieldProblems problems) {
        if (settings.passwordStage() != null && embedded.settings(settings.passwordStage()).isEmpty()) {
            problems.add("password_stage", "Must be a password stage.");
        }
        if (settings.captchaStage() != null && !captcha.exists(settings.captchaStage())) {
            problems.add("captcha_stage", "Must be a captcha stage.");
        }
        if (settings.webauthnStage() != null && !passkeyStage.isOne(settings.webauthnStage())) {
            problems.add("webauthn_stage", "Must be an authenticator validation stage.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, IdentificationStageSettings settings) {
        return StageResult.show(page.of(flow, settings, Optional.ofNullable(settings.passwordStage()).flatMap(embedded::settings),
                passkeyStage.requirements(settings.webauthnStage()).flatMap(required -> passkeys.challenge(flow, required))));
    }

    @Override
    public StageResult submit(FlowContext flow, IdentificationStageSettings settings, Answer answer) {
        if (answer.passkey() != null) {
            return logInByPasskey(flow, settings, answer.passkey());
        }
        String typed = answer.uidField() == null ? "" : answer.uidField().strip();
        if (typed.isEmpty() || settings.userFields().isEmpty()) {
            return StageResult.invalid("uid_field", REQUIRED);
        }
        boolean withPassword = settings.passwordStage() != null;
        if (withPassword && (answer.password() == null || answer.password().isBlank())) {
            return StageResult.invalid("password", REQUIRED);
        }
        // Before anything is looked up: a program that cannot solve it learns nothing.
        Optional<String> unsolved = settings.captchaStage() == null ? Optional.empty()
                : captcha.problem(flow, settings.captchaStage(), answer.captchaToken());
        if (unsolved.isPresent()) {
            return StageResult.invalid("captcha_token", unsolved.get());
        }
        Optional<User> user = users.find(typed, settings.userFields(), settings.caseInsensitiveMatching());
        identify(flow, settings, typed, user);
        if (withPassword) {
            return authenticate(flow, settings, answer.password());
        }
        if (user.isEmpty() && !settings.pretendUserExists()) {
            events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.identification", flow.actor())
                    .with("username", typed).with("reason", "unknown user"));
            return StageResult.invalid("uid_field", FAILED);
        }
        return StageResult.next();
    }

    /** One answer for every passkey that is not taken: it does not tell which exist, nor whose they are. */
    private StageResult logInByPasskey(FlowContext flow, IdentificationStageSettings settings, JsonObject passkey) {
        if (passkeyStage.requirements(settings.webauthnStage()).filter(required -> passkeys.accept(flow, required, passkey)).isPresent()) {
            return StageResult.next();
        }
        events.recordWithin(EventDraft.of(EventAction.LOGIN_FAILED, "stages.identification", flow.actor()).with("reason", "passkey not accepted"));
        return StageResult.invalid("passkey", PASSKEY_FAILED);
    }

    /** From here on the flow is about this user; what an earlier one has proved in it counts no more. */
    private void identify(FlowContext flow, IdentificationStageSettings settings, String typed, Optional<User> user) {
        PlanContext plan = flow.plan();
        if (!plan.get(ContextKeys.PENDING_USER).equals(user.map(User::getId))) {
            plan.remove(ContextKeys.IS_RESTORED);
            plan.remove(ContextKeys.IS_SSO);
        }
        plan.remove(ContextKeys.PENDING_USER);
        plan.remove(ContextKeys.AUTH_METHOD);
        plan.remove(ContextKeys.AUTH_METHOD_ARGS);
        plan.remove(ContextKeys.USER_BACKEND);
        plan.put(ContextKeys.PENDING_USER_IDENTIFIER, typed);
        user.ifPresent(found -> plan.put(ContextKeys.PENDING_USER, found.getId()));
        // To show the account's own name for a known address only would tell that the address is known.
        plan.put(ContextKeys.SHOW_MATCHED_USER, settings.showMatchedUser() && !settings.pretendUserExists());
        page.recoverySlug(flow, settings).ifPresent(slug -> plan.put(ContextKeys.RECOVERY_FLOW, slug));
    }

    private StageResult authenticate(FlowContext flow, IdentificationStageSettings settings, String password) {
        Optional<PasswordStageSettings> stage = embedded.settings(settings.passwordStage());
        if (stage.isEmpty()) {
            return StageResult.deny("");
        }
        PasswordVerdict verdict = check.check(flow, stage.get(), password);
        return switch (verdict) {
            case RECOGNISED -> StageResult.next();
            case WRONG, TOO_EARLY -> StageResult.invalid("password", verdict.message());
            case EXHAUSTED -> StageResult.deny(verdict.message());
        };
    }
}
