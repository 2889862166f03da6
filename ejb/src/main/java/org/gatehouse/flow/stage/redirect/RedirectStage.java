package org.gatehouse.flow.stage.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.flow.FlowRepository;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.url.LocalRedirect;

/** Leads the browser to a fixed address, or into another flow. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "redirect", model = "authentik_stages_redirect.redirectstage",
        component = "ak-stage-redirect-form")
public class RedirectStage implements StageType<RedirectStageSettings, NoAnswer> {

    private static final String FLOW_SCHEME = "ak-flow://";

    @Inject
    private FlowRepository flows;

    @Override
    public void check(RedirectStageSettings settings, FieldProblems problems) {
        if (settings.mode() == RedirectStageSettings.Mode.FLOW && settings.targetFlow() == null) {
            problems.add("target_flow", "This field is required.");
        }
        if (settings.mode() == RedirectStageSettings.Mode.STATIC && !isTarget(settings.targetStatic())) {
            problems.add("target_static", "Enter an http or https URL, or a path that starts with one slash.");
        }
    }

    @Override
    public StageResult begin(FlowContext flow, RedirectStageSettings settings) {
        Optional<String> override = flow.plan().get(ContextKeys.REDIRECT_STAGE_TARGET);
        return override.isPresent() ? overridden(flow, settings, override.get()) : configured(flow, settings);
    }

    /** What a policy has put in place of the settings: a URL, a path, or {@code ak-flow://slug}. */
    private StageResult overridden(FlowContext flow, RedirectStageSettings settings, String target) {
        flow.plan().remove(ContextKeys.REDIRECT_STAGE_TARGET);
        if (target.startsWith(FLOW_SCHEME)) {
            return flows.findBySlug(target.substring(FLOW_SCHEME.length()))
                    .map(found -> StageResult.leave(flow.continueIn(found.getId(), context(flow, settings)))).orElse(StageResult.deny(""));
        }
        return isTarget(target) ? StageResult.leave(target) : StageResult.deny("");
    }

    private StageResult configured(FlowContext flow, RedirectStageSettings settings) {
        if (settings.mode() == RedirectStageSettings.Mode.FLOW) {
            return settings.targetFlow() == null ? StageResult.deny("")
                    : StageResult.leave(flow.continueIn(settings.targetFlow().id(), context(flow, settings)));
        }
        return isTarget(settings.targetStatic()) ? StageResult.leave(settings.targetStatic()) : StageResult.deny("");
    }

    private static PlanContext context(FlowContext flow, RedirectStageSettings settings) {
        PlanContext context = settings.keepContext() ? new PlanContext(flow.plan().toJson()) : new PlanContext();
        return context.put(ContextKeys.IS_REDIRECTED, true);
    }

    /** Only what a browser fetches: {@code javascript:} and {@code data:} would run in our own name (CVE-2024-21637). */
    private static boolean isTarget(String target) {
        if (LocalRedirect.safe(target).isPresent()) {
            return true;
        }
        try {
            URI uri = new URI(target);
            return ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
