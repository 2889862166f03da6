package org.gatehouse.flow.stage.identification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowAddress;
import org.gatehouse.flow.FlowCatalog;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.FlowDefinition;
import org.gatehouse.flow.password.PasswordStageSettings;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.type.Ref;

/** Puts together what the identification page shows. */
@ApplicationScoped
public class IdentificationPage {

    private static final int LONGEST_HINT = 254;

    @Inject
    private FlowCatalog flows;

    @Inject
    private ApplicationRepository applications;

    @Inject
    private EmbeddedCaptcha captcha;

    @Inject
    private Brands brands;

    IdentificationChallenge of(FlowContext flow, IdentificationStageSettings settings, Optional<PasswordStageSettings> password,
            Optional<JsonObject> passkey) {
        Optional<Application> application = flow.plan().get(ContextKeys.APPLICATION).flatMap(applications::findBySlug);
        return new IdentificationChallenge(
                settings.userFields(),
                hint(flow),
                password.isPresent(),
                password.map(PasswordStageSettings::allowShowPassword).orElse(false),
                application.map(Application::getName).orElse(null),
                application.map(Application::getMetaLaunchUrl).filter(url -> !url.isEmpty()).orElse(null),
                flow.designation(),
                captcha.question(flow, settings.captchaStage()),
                address(flow, slugOf(settings.enrollmentFlow())),
                address(flow, recoverySlug(flow, settings)),
                address(flow, slugOf(settings.passwordlessFlow())),
                password.isPresent() ? "Log in" : "Continue",
                List.of(),
                settings.showSourceLabels(),
                settings.enableRememberMe(),
                passkey.orElse(null));
    }

    /** The slug of the flow that recovers accounts: the stage's own; where people log in, else the brand's; or empty. */
    Optional<String> recoverySlug(FlowContext flow, IdentificationStageSettings settings) {
        return slugOf(settings.recoveryFlow()).or(() -> flow.designation() == FlowDesignation.AUTHENTICATION
                ? Optional.ofNullable(brands.current().getFlowRecoveryId()).flatMap(flows::find).map(FlowDefinition::slug) : Optional.empty());
    }

    private Optional<String> slugOf(Ref<Flow> flow) {
        return Optional.ofNullable(flow).flatMap(ref -> flows.find(ref.id())).map(FlowDefinition::slug);
    }

    private static String address(FlowContext flow, Optional<String> other) {
        return other.map(slug -> FlowAddress.of(slug, "", Optional.ofNullable(flow.query().get("next")))).orElse(null);
    }

    /** What was typed before, or what the application already knows about the person ({@code login_hint}). */
    private static String hint(FlowContext flow) {
        return flow.plan().get(ContextKeys.PENDING_USER_IDENTIFIER)
                .or(() -> Optional.ofNullable(flow.query().get("login_hint")))
                .filter(hint -> hint.length() <= LONGEST_HINT).orElse(null);
    }
}
