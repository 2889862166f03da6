package org.gatehouse.flow.captcha;

import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.ShownUser;

/** {@code ak-stage-captcha}; the components are the fields of the contract's schema. */
public record CaptchaQuestion(String pendingUser, String pendingUserAvatar, String siteKey, String jsUrl, boolean interactive)
        implements Challenge {

    public static CaptchaQuestion of(FlowContext flow, CaptchaStageSettings settings) {
        ShownUser user = ShownUser.of(flow);
        return new CaptchaQuestion(user.name(), user.avatar(), settings.publicKey(), settings.jsUrl(), settings.interactive());
    }

    @Override
    public String component() {
        return "ak-stage-captcha";
    }
}
