package org.gatehouse.flow.stage.identification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.type.Default;
import org.gatehouse.type.Ref;
import org.gatehouse.type.Section;

/**
 * The settings of an identification stage.
 *
 * @param userFields what may be typed; none: only sources are offered
 * @param passwordStage a password stage whose question is asked on the same page
 * @param captchaStage a captcha stage whose question is asked on the same page
 * @param caseInsensitiveMatching whether capital and small letters are the same
 * @param showMatchedUser whether later pages show the matched user instead of what was typed; only where existence is no secret
 * @param enrollmentFlow offered to people without an account
 * @param recoveryFlow offered to people who forgot their password
 * @param passwordlessFlow offered to people with a passkey
 * @param sources offered as other ways to log in
 * @param showSourceLabels whether sources are shown with their names
 * @param pretendUserExists whether an unknown name goes on as if it were known
 * @param enableRememberMe whether the page offers to remember what was typed
 * @param webauthnStage the stage that accepts a passkey on this page
 */
public record IdentificationStageSettings(
        Set<UserField> userFields,
        Ref<Stage> passwordStage,
        Ref<Stage> captchaStage,
        @Default("true") boolean caseInsensitiveMatching,
        @Default("true") boolean showMatchedUser,
        @Section("related") Ref<Flow> enrollmentFlow,
        @Section("related") Ref<Flow> recoveryFlow,
        @Section("related") Ref<Flow> passwordlessFlow,
        @Section("sources") List<UUID> sources,
        @Section("sources") @Default("false") boolean showSourceLabels,
        @Default("true") boolean pretendUserExists,
        @Default("false") boolean enableRememberMe,
        Ref<Stage> webauthnStage) {
}
