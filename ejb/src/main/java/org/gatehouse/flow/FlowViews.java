package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.directory.Avatar;
import org.gatehouse.model.application.Application;
import org.gatehouse.model.application.ApplicationRepository;
import org.gatehouse.model.flow.DeniedAction;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.type.RecordCodec;
import org.gatehouse.url.LocalRedirect;

/** Turns what a step came to into what the browser gets: the challenge in its wire form, and where a flow leads. */
@ApplicationScoped
public class FlowViews {

    /** Where somebody goes who has finished a flow that leads nowhere in particular. */
    static final String HOME = "/if/user/";

    /** Where somebody goes who has logged out; it leads to the authentication flow. */
    static final String ROOT = "/";

    private static final String DENIED = "You do not have permission for this.";
    private static final String ERROR = "Something went wrong on our side. Please try again later.";

    @Inject
    private RecordCodec codec;

    @Inject
    private ApplicationRepository applications;

    FlowView challenge(RunningFlow run, Challenge challenge) {
        FlowPlan plan = run.state();
        return new FlowView(plan.execution(), plan.step(), wire(run, challenge), run.opened(), run.ended(), run.newBrowser());
    }

    FlowView redirect(RunningFlow run, String to) {
        return challenge(run, new RedirectChallenge(to, true));
    }

    /** The flow's answer to "no": a message, or the way on. */
    FlowView denied(RunningFlow run, String message) {
        Optional<String> onward = onward(run);
        DeniedAction action = run.flow().deniedAction();
        if (action == DeniedAction.CONTINUE || action == DeniedAction.MESSAGE_CONTINUE && onward.isPresent()) {
            run.finish();
            return redirect(run, onward.orElse(ROOT));
        }
        ShownUser user = ShownUser.of(run);
        return challenge(run, new AccessDeniedChallenge(user.name(), user.avatar(), message.isBlank() ? DENIED : message));
    }

    /** Where a flow leads that has come to its end. */
    String target(RunningFlow run) {
        return run.plan().get(ContextKeys.REDIRECT).or(() -> onward(run))
                .orElse(run.designation() == FlowDesignation.INVALIDATION ? ROOT : HOME);
    }

    private static Optional<String> onward(RunningFlow run) {
        return LocalRedirect.safe(run.query().get("next"));
    }

    /** For a step that broke: it has no plan any more to tell about. */
    FlowView broken(FlowVisit visit, String requestId) {
        JsonObject info = Json.createObjectBuilder().add("title", "").add("background", "")
                .add("cancel_url", cancelUrl(visit.slug(), visit.execution().orElse(""), visit.query()))
                .add("layout", "stacked").build();
        return new FlowView(visit.execution().orElse(""), "", wire(new FlowErrorChallenge(requestId, ERROR), info, Map.of()),
                Optional.empty(), false, Optional.empty());
    }

    /** For a step whose policies could not be asked: refused, and nothing is told. */
    FlowView refused(FlowVisit visit) {
        return refused(visit, DENIED);
    }

    /** For a visit that has no plan to be refused. */
    FlowView refused(FlowVisit visit, String message) {
        JsonObject info = broken(visit, "").challenge().getJsonObject("flow_info");
        return new FlowView(visit.execution().orElse(""), "", wire(new AccessDeniedChallenge("", Avatar.ofName(""), message), info, Map.of()),
                Optional.empty(), false, Optional.empty());
    }

    private JsonObject wire(RunningFlow run, Challenge challenge) {
        return wire(challenge, info(run), run.state().errors());
    }

    private JsonObject wire(Challenge challenge, JsonObject info, Map<String, List<String>> errors) {
        JsonObjectBuilder wire = Json.createObjectBuilder(codec.toWireWithoutNulls((Record) challenge))
                .add("component", challenge.component())
                .add("flow_info", info);
        if (!errors.isEmpty()) {
            wire.add("response_errors", errors(errors));
        }
        return wire.build();
    }

    private JsonObject info(RunningFlow run) {
        FlowDefinition flow = run.flow();
        String application = run.plan().get(ContextKeys.APPLICATION).flatMap(applications::findBySlug).map(Application::getName).orElse("");
        return Json.createObjectBuilder()
                .add("title", flow.title().replace("%(app)s", application))
                .add("background", flow.background())
                .add("cancel_url", cancelUrl(flow.slug(), run.state().execution(), run.query()))
                .add("layout", flow.layout().wireName())
                .build();
    }

    /** Starts the flow over ("not you?"); the browser goes there by a plain link, which harms nobody when it is forged. */
    private static String cancelUrl(String slug, String execution, Map<String, String> query) {
        String next = LocalRedirect.safe(query.get("next")).orElse("");
        return "/flows/-/cancel/?flow=" + FlowAddress.encode(slug)
                + (execution.isEmpty() ? "" : "&execution=" + FlowAddress.encode(execution))
                + (next.isEmpty() ? "" : "&next=" + FlowAddress.encode(next));
    }

    private static JsonObject errors(Map<String, List<String>> errors) {
        JsonObjectBuilder object = Json.createObjectBuilder();
        errors.forEach((field, messages) -> {
            JsonArrayBuilder details = Json.createArrayBuilder();
            messages.forEach(message -> details.add(Json.createObjectBuilder().add("string", message).add("code", "invalid")));
            object.add(field, details);
        });
        return object.build();
    }
}
