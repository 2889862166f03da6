package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.gatehouse.access.Actor;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.event.EventAction;
import org.gatehouse.event.EventDraft;
import org.gatehouse.event.Events;
import org.gatehouse.event.RequestOrigin;
import org.gatehouse.type.ObjectNotFound;

/**
 * Leads a browser through a flow. The HTML pages and the JSON API make the same calls. Whatever breaks inside of a step is
 * rolled back, told to the log and to the event log, and shown as a general error; it never counts as a stage passed.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FlowExecutor {

    private static final Logger LOG = Logger.getLogger(FlowExecutor.class.getName());
    private static final int ATTEMPTS = 5;
    private static final String LINK_GONE = "This link has expired or was used already.";

    @Inject
    private FlowSteps steps;

    @Inject
    private FlowLauncher launcher;

    @Inject
    private FlowViews views;

    @Inject
    private RandomKeys keys;

    @Inject
    private Events events;

    @Inject
    private RequestOrigin origin;

    /**
     * Begins the flow under an execution id of its own: what a page does that is opened without naming one.
     *
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView begin(FlowVisit visit) {
        return open(visit.in(launcher.begin(visit.browser(), visit.slug())));
    }

    /**
     * Goes on with what a link was saved for, under an execution id of its own: what the page does whose form has the link's secret.
     *
     * @return where the flow is, or a refusal without an execution id when the link cannot be used any more
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView resume(FlowVisit visit, String token) {
        String execution = keys.urlSafe();
        return guard(visit, () -> launcher.resume(visit, execution, token) ? steps.open(visit.in(execution)) : views.refused(visit, LINK_GONE));
    }

    /**
     * Begins the flow, or shows where the browser is in it; can be repeated. A {@code flow_token} among the query parameters of a visit
     * without an execution id opens the link it belongs to, once, and is passed over afterwards.
     *
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView open(FlowVisit visit) {
        return guard(visit, () -> isDeadLink(visit) ? views.refused(visit, LINK_GONE) : steps.open(visit));
    }

    private boolean isDeadLink(FlowVisit visit) {
        String token = visit.query().get("flow_token");
        return token != null && visit.execution().isEmpty() && !launcher.hasResumed(visit, token) && !launcher.resume(visit, "", token);
    }

    /**
     * Takes an answer of the JSON API, whose {@code component} must be that of the challenge that was shown.
     *
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView advance(FlowVisit visit, JsonObject answer) {
        return guard(visit, () -> steps.answer(visit, answer, Optional.empty()));
    }

    /**
     * Takes an answer of an HTML form.
     *
     * @param step the {@link FlowView#step()} of the page that the form was on
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView advance(FlowVisit visit, JsonObject answer, String step) {
        String required = step == null ? "" : step;
        return guard(visit, () -> steps.answer(visit, answer, Optional.of(required)));
    }

    /**
     * Starts the flow over ("not you?"), keeping where it was to lead.
     *
     * @return a redirect to the page that is to be shown now
     * @throws ObjectNotFound when there is no such flow
     */
    public FlowView cancel(FlowVisit visit) {
        return guard(visit, () -> steps.cancel(visit));
    }

    private FlowView guard(FlowVisit visit, Supplier<FlowView> step) {
        try {
            return retrying(visit, step);
        } catch (ObjectNotFound unknownFlow) {
            throw unknownFlow;
        } catch (PoliciesFailed failed) {
            report(visit, failed);
            return views.refused(visit);
        } catch (RuntimeException broken) {
            report(visit, broken);
            release(visit);
            return views.broken(visit, origin.requestId());
        }
    }

    /** Who was too late sees what the faster request has led to. */
    private FlowView retrying(FlowVisit visit, Supplier<FlowView> step) {
        Supplier<FlowView> attempt = step;
        for (int i = 1; i < ATTEMPTS; i++) {
            try {
                return attempt.get();
            } catch (StepLost lost) {
                attempt = () -> steps.open(visit);
            }
        }
        return attempt.get();
    }

    private void report(FlowVisit visit, RuntimeException broken) {
        LOG.log(Level.SEVERE, "A step of flow " + visit.slug() + " failed, request " + origin.requestId(), broken);
        try {
            events.record(EventDraft.of(EventAction.SYSTEM_EXCEPTION, "flows.executor", Actor.anonymous())
                    .with("message", "A step of a flow failed: " + broken.getClass().getSimpleName())
                    .with("flow", visit.slug()));
        } catch (RuntimeException unrecorded) {
            LOG.log(Level.WARNING, "The failure could not be recorded as an event.", unrecorded);
        }
    }

    private void release(FlowVisit visit) {
        try {
            steps.release(visit);
        } catch (RuntimeException stillBroken) {
            LOG.log(Level.FINE, "The step stays claimed until its claim runs out.", stillBroken);
        }
    }
}
