package org.gatehouse.flow.stage.captcha;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.flow.captcha.CaptchaCheck;
import org.gatehouse.flow.captcha.CaptchaQuestion;
import org.gatehouse.flow.captcha.CaptchaStageSettings;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.url.StrictUrl;

/** Asks the browser to solve a captcha. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "captcha", model = "authentik_stages_captcha.captchastage", component = "ak-stage-captcha-form")
public class CaptchaStage implements StageType<CaptchaStageSettings, CaptchaStage.Answer> {

    @Inject
    private CaptchaCheck check;

    /** @param token what the captcha's script gave the browser */
    public record Answer(@NotBlank @Size(max = 16384) String token) {

        @Override
        public String toString() {
            return "Answer[]";
        }
    }

    @Override
    public void check(CaptchaStageSettings settings, FieldProblems problems) {
        requireUrl("js_url", settings.jsUrl(), problems);
        requireUrl("api_url", settings.apiUrl(), problems);
        if (settings.scoreMinThreshold() > settings.scoreMaxThreshold()) {
            problems.add("score_min_threshold", "Must not be above the highest score.");
        }
    }

    /** A script that came unprotected could be anybody's, and it runs where passwords are typed. */
    private static void requireUrl(String field, String url, FieldProblems problems) {
        boolean usable = StrictUrl.parse(url).filter(parsed -> parsed.scheme().equals("https") || parsed.isLoopback())
                .filter(parsed -> !parsed.hasFragment()).isPresent();
        if (!usable) {
            problems.add(field, "Enter an https URL.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, CaptchaStageSettings settings) {
        return StageResult.show(CaptchaQuestion.of(flow, settings));
    }

    @Override
    public StageResult submit(FlowContext flow, CaptchaStageSettings settings, Answer answer) {
        return check.check(flow, settings, flow.stageId(), answer.token())
                .map(problem -> StageResult.invalid("token", problem)).orElseGet(StageResult::next);
    }
}
