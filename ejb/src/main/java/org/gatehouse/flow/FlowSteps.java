package org.gatehouse.flow;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.flow.InvalidResponseAction;
import org.gatehouse.type.FieldProblems;

/**
 * The steps of {@link FlowExecutor}, each in a transaction of its own: either the step happened and the plan has moved on, or
 * neither. The plan is written last, by compare-and-set; who loses rolls everything back.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class FlowSteps {

    /** More stages than any flow has; a flow that runs past this runs in a circle. */
    private static final int MOST_STAGES = 200;

    @Inject
    private FlowVisits visits;

    @Inject
    private FlowPlanner planner;

    @Inject
    private FlowPolicies policies;

    @Inject
    private FlowStages stages;

    @Inject
    private FlowViews views;

    @Inject
    private FlowSettlement settlement;

    @Inject
    private FlowObjections objections;

    /** Shows where the browser is. */
    public FlowView open(FlowVisit visit) {
        RunningFlow run = visits.enter(visit);
        return settlement.settle(run, present(run));
    }

    /** Takes the browser's answer, if it is one to the challenge that is shown. */
    public FlowView answer(FlowVisit visit, JsonObject answer, Optional<String> step) {
        RunningFlow run = visits.enter(visit);
        Optional<String> objection = objections.to(visit, run, answer, step);
        if (objection.isPresent()) {
            run.state().complain(new FieldProblems().add(FieldProblems.GENERAL, objection.get()));
            return settlement.settle(run, present(run));
        }
        settlement.claim(run);
        run.noteAnswer();
        run.renewStep();
        return settlement.settle(run, judge(run, stages.submit(run.state().current().orElseThrow(), run, answer)));
    }

    /** Begins the plan again ("not you?"), keeping what it was started with. */
    public FlowView cancel(FlowVisit visit) {
        RunningFlow run = visits.enter(visit);
        return settlement.settle(run, views.redirect(run, settlement.restart(run)));
    }

    /** Makes a step repeatable that broke half-way. */
    public void release(FlowVisit visit) {
        RunningFlow run = visits.enter(visit);
        if (run.before().isPresent()) {
            run.renewStep();
            settlement.settle(run, null);
        }
    }

    private FlowView judge(RunningFlow run, StageResult result) {
        return result.fold(
                show -> show(run, show.challenge()),
                invalid -> retry(run, invalid.problems()),
                next -> {
                    run.state().pop();
                    return present(run);
                },
                deny -> deny(run, deny.message()),
                leave -> leave(run, leave.to()));
    }

    private FlowView present(RunningFlow run) {
        for (int i = 0; i < MOST_STAGES; i++) {
            if (run.state().state() == FlowPlan.State.LAUNCHED) {
                planner.plan(run);
            }
            if (run.state().isRefused()) {
                return views.denied(run, run.state().refusal());
            }
            Optional<PlannedStage> stage = run.state().current();
            if (stage.isEmpty()) {
                return leave(run, views.target(run));
            }
            Optional<FlowView> view = present(run, stage.get());
            if (view.isPresent()) {
                return view.get();
            }
        }
        throw new IllegalStateException("The flow " + run.flowSlug() + " runs in a circle.");
    }

    /** The view of a stage, or empty when it is not needed or done at once. */
    private Optional<FlowView> present(RunningFlow run, PlannedStage stage) {
        StageResult result = policies.admit(stage, run) ? stages.begin(stage, run) : StageResult.next();
        return result.fold(
                show -> Optional.of(show(run, show.challenge())),
                // A stage that finds fault before anybody answered cannot be passed.
                invalid -> Optional.of(deny(run, String.join(" ", invalid.problems().byField().values().stream()
                        .flatMap(List::stream).toList()))),
                next -> {
                    run.state().pop();
                    return Optional.empty();
                },
                deny -> Optional.of(deny(run, deny.message())),
                leave -> Optional.of(leave(run, leave.to())));
    }

    private FlowView show(RunningFlow run, Challenge challenge) {
        run.state().show(challenge.component());
        return views.challenge(run, challenge);
    }

    private FlowView retry(RunningFlow run, FieldProblems problems) {
        InvalidResponseAction action = run.state().current().map(PlannedStage::onInvalid).orElse(InvalidResponseAction.RETRY);
        if (action != InvalidResponseAction.RETRY) {
            settlement.replan(run, action == InvalidResponseAction.RESTART_WITH_CONTEXT);
        }
        run.state().complain(problems);
        return present(run);
    }

    private FlowView deny(RunningFlow run, String message) {
        run.state().refuse(message);
        return views.denied(run, message);
    }

    private FlowView leave(RunningFlow run, String to) {
        run.finish();
        return views.redirect(run, to);
    }
}
