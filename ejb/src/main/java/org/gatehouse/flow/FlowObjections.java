package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.Optional;
import org.gatehouse.crypto.Digests;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;

/** Decides whether an answer belongs to the challenge that the browser was shown; if not, no stage gets to see it. */
@ApplicationScoped
public class FlowObjections {

    private static final String EXPIRED = "This step has expired. Please try again.";
    private static final String REPEATED = "This step was answered already, or its page is out of date. Please try again.";
    private static final String FOREIGN = "The answer does not belong to this step.";

    @Inject
    private Events events;

    /** What to tell the person, or empty when the answer may be handed to the stage. */
    Optional<String> to(FlowVisit visit, RunningFlow run, JsonObject answer, Optional<String> step) {
        FlowPlan plan = run.state();
        if (run.before().isEmpty() || plan.state() != FlowPlan.State.RUNNING || plan.shown().isEmpty()) {
            recordUnknown(visit, run);
            return Optional.of(EXPIRED);
        }
        // A form without the step's value was not made by the page this browser was shown (CSRF), or was sent before.
        if (step.isPresent() && !Digests.equal(step.get(), plan.step())) {
            return Optional.of(REPEATED);
        }
        return answer.get("component") instanceof JsonString component && component.getString().equals(plan.shown())
                ? Optional.empty() : Optional.of(FOREIGN);
    }

    private void recordUnknown(FlowVisit visit, RunningFlow run) {
        boolean loggedInElsewhere = run.isOver() && !run.state().isRefused();
        if (!loggedInElsewhere && run.before().isEmpty() && visit.execution().filter(id -> !id.isEmpty()).isPresent()) {
            events.recordWithin(EventDraft.of(EventAction.SUSPICIOUS_REQUEST, "flows.executor", run.actor())
                    .with("message", "An answer came for a flow execution this browser does not have.")
                    .with("flow", run.flowSlug()));
        }
    }
}
