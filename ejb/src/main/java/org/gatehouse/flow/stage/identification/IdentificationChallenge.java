package org.gatehouse.flow.stage.identification;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import org.gatehouse.flow.Challenge;
import org.gatehouse.model.flow.FlowDesignation;

/** {@code ak-stage-identification}; the components are the fields of the contract's schema. */
public record IdentificationChallenge(
        Set<UserField> userFields,
        String pendingUserIdentifier,
        boolean passwordFields,
        boolean allowShowPassword,
        String applicationPre,
        String applicationPreLaunch,
        FlowDesignation flowDesignation,
        JsonObject captchaStage,
        String enrollUrl,
        String recoveryUrl,
        String passwordlessUrl,
        String primaryAction,
        List<JsonObject> sources,
        boolean showSourceLabels,
        boolean enableRememberMe,
        JsonObject passkeyChallenge) implements Challenge {

    @Override
    public String component() {
        return "ak-stage-identification";
    }
}
