package org.gatehouse.flow.stage.password;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ShownUser;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.password.PasswordCheck;
import org.gatehouse.flow.password.PasswordStageSettings;
import org.gatehouse.flow.password.PasswordVerdict;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Asks the pending user for their password. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "password", model = "authentik_stages_password.passwordstage",
        component = "ak-stage-password-form")
public class PasswordStage implements StageType<PasswordStageSettings, PasswordStage.Answer> {

    @Inject
    private PasswordCheck check;

    /** The answer; the text is not trimmed, spaces may belong to a password. */
    public record Answer(@NotBlank @Size(max = 4096) String password) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    /** {@code ak-stage-password}. */
    public record Ask(String pendingUser, String pendingUserAvatar, String recoveryUrl, boolean allowShowPassword) implements Challenge {

        @Override
        public String component() {
            return "ak-stage-password";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, PasswordStageSettings settings) {
        ShownUser user = ShownUser.of(flow);
        String recovery = flow.plan().get(ContextKeys.RECOVERY_FLOW)
                .map(slug -> FlowAddress.of(slug, "", Optional.ofNullable(flow.query().get("next")))).orElse(null);
        return StageResult.show(new Ask(user.name(), user.avatar(), recovery, settings.allowShowPassword()));
    }

    @Override
    public StageResult submit(FlowContext flow, PasswordStageSettings settings, Answer answer) {
        PasswordVerdict verdict = check.check(flow, settings, answer.password());
        return switch (verdict) {
            case RECOGNISED -> StageResult.next();
            case WRONG, TOO_EARLY -> StageResult.invalid("password", verdict.message());
            case EXHAUSTED -> StageResult.deny(verdict.message());
        };
    }
}
