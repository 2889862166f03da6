package org.gatehouse.flow.stage.redirect;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.PlanContext;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.type.Family;
import org.gatehouse.type.FieldProblems;
import org.gatehouse.type.ObjectType;
import org.gatehouse.url.LocalRedirect;

/** Leads the browser to a fixed address, or into another flow. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "redirect", model = "authentik_stages_redirect.redirectstage",
        component = "ak-stage-redirect-form")
public class RedirectStage implements StageType<RedirectStageSettings, NoAnswer> {

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
