package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.captcha.CaptchaCheck;
import org.gatehouse.flow.captcha.CaptchaQuestion;
import org.gatehouse.flow.captcha.CaptchaStageSettings;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.ConfiguredObjects;
import org.gatehouse.type.Ref;
import org.gatehouse.type.WireObject;

/** The captcha stage whose question an identification stage asks as well. */
@ApplicationScoped
public class EmbeddedCaptcha {

    private static final int LONGEST_TOKEN = 16384;

    @Inject
    private ConfiguredObjectRepository repository;

    @Inject
    private ConfiguredObjects objects;

    @Inject
    private CaptchaCheck check;

    /** Whether there is such a stage and it is a captcha stage. */
    boolean exists(Ref<Stage> stage) {
        return settings(stage).isPresent();
    }

    /** The captcha's own challenge, nested into another; null for none. */
    JsonObject question(FlowContext flow, Ref<Stage> stage) {
        return Optional.ofNullable(stage).flatMap(this::settings).map(settings -> CaptchaQuestion.of(flow, settings))
                .map(asked -> WireObject.empty().put("component", asked.component()).put("pending_user", asked.pendingUser())
                        .put("pending_user_avatar", asked.pendingUserAvatar()).put("site_key", asked.siteKey())
                        .put("js_url", asked.jsUrl()).put("interactive", asked.interactive()).build()).orElse(null);
    }

    /** @return what is wrong with an answer; empty when nothing is. A stage that is gone lets nobody pass. */
    Optional<String> problem(FlowContext flow, Ref<Stage> stage, String token) {
        if (token == null || token.isBlank() || token.length() > LONGEST_TOKEN) {
            return Optional.of("The captcha was not solved. Please try again.");
        }
        return settings(stage).map(settings -> check.check(flow, settings, Optional.of(stage.id()), token))
                .orElse(Optional.of("This flow has been changed. Please start again."));
    }

    private Optional<CaptchaStageSettings> settings(Ref<Stage> stage) {
        return repository.find(Stage.class, stage.id())
                .filter(found -> objects.typeOf(found).settingsType() == CaptchaStageSettings.class)
                .map(found -> objects.settings(found, CaptchaStageSettings.class));
    }
}
