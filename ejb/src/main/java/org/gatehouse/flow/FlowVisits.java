package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gatehouse.crypto.RandomKeys;
import org.gatehouse.model.directory.UserRepository;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.session.Logins;
import org.gatehouse.type.ObjectNotFound;

/** Finds the plan that a request means, or begins one. */
@ApplicationScoped
public class FlowVisits {

    private static final String EXPIRED = "This request has expired. Please go back to the application and try again.";
    private static final String NOT_THIS_LOGIN = "Your login has changed since this was started. Please start again.";

    @Inject
    private FlowCatalog flows;

    @Inject
    private FlowStore store;

    @Inject
    private Logins logins;

    @Inject
    private UserRepository users;

    @Inject
    private RandomKeys keys;

    @Inject
    private FlowLauncher launcher;

    @Inject
    private FlowLinks links;

    /** @throws ObjectNotFound when there is no such flow */
    RunningFlow enter(FlowVisit visit) {
        FlowDefinition flow = flows.find(visit.slug()).orElseThrow(() -> new ObjectNotFound("There is no such flow."));
        String execution = visit.execution().orElse("");
        Optional<String> stored = store.find(FlowStore.keyOf(visit.browser(), flow.slug(), execution))
                .filter(text -> FlowPlanCodec.read(text).start().flowId().equals(flow.id()));
        if (stored.isEmpty() && !execution.isEmpty()) {
            return unknown(flow, visit);
        }
        RunningFlow run = run(flow, visit, stored.map(FlowPlanCodec::read).orElseGet(() -> empty(flow)), stored);
        refuseOtherLogin(run);
        return run;
    }

    /**
     * An execution that is not (any more) this browser's. A login can simply be started over; an authorization cannot, because
     * what it was about is gone with the plan.
     */
    private RunningFlow unknown(FlowDefinition flow, FlowVisit visit) {
        FlowVisit own = new FlowVisit(visit.slug(), visit.browser(), Optional.empty(), visit.query(), visit.sessionKey());
        if (flow.designation() == FlowDesignation.AUTHENTICATION && visit.sessionKey().flatMap(logins::find).isPresent()) {
            return loggedInElsewhere(flow, own);
        }
        if (flow.designation() != FlowDesignation.AUTHORIZATION) {
            return enter(own);
        }
        RunningFlow run = run(flow, own, empty(flow), Optional.empty());
        run.state().refuse(EXPIRED);
        run.finish();
        return run;
    }

    /** A tab in which a login was begun, while in another one of the browser it was done: this one is where it wanted to be as well. */
    private RunningFlow loggedInElsewhere(FlowDefinition flow, FlowVisit own) {
        RunningFlow run = run(flow, own, empty(flow), Optional.empty());
        run.state().run(List.of());
        run.finish();
        return run;
    }

    private static void refuseOtherLogin(RunningFlow run) {
        boolean same = run.state().session().isEmpty()
                || run.state().session().equals(run.session().map(session -> session.id()));
        if (!same) {
            run.state().refuse(NOT_THIS_LOGIN);
        }
    }

    private RunningFlow run(FlowDefinition flow, FlowVisit visit, FlowPlan plan, Optional<String> stored) {
        return new RunningFlow(flow, visit, visit.sessionKey().flatMap(logins::find), plan, stored,
                new RunningFlow.Surroundings(users, keys, launcher, links));
    }

    private FlowPlan empty(FlowDefinition flow) {
        return new FlowPlan("", keys.urlSafe(), new FlowStart(flow.id(), new PlanContext(), List.of()));
    }
}
