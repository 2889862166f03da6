package org.gatehouse.flow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.policy.PolicyVerdict;

/** Decides whether a flow may be started, and which stages it leads through. */
@ApplicationScoped
public class FlowPlanner {

    @Inject
    private FlowPolicies policies;

    /** Plans a launched flow; afterwards it is running or refused. */
    void plan(RunningFlow run) {
        Optional<String> refusal = unmetRequirement(run).or(() -> policyRefusal(run));
        if (refusal.isPresent()) {
            run.state().refuse(refusal.get());
            return;
        }
        run.state().run(stagesOf(run));
        bindToLogin(run);
        if (run.plan().has(ContextKeys.RESTORED_USER) && run.plan().get(ContextKeys.RESTORED_USER).equals(run.plan().get(ContextKeys.PENDING_USER))) {
            // The link proves who has come, so the plan is worth a login before anybody has answered anything.
            run.authenticated();
        }
    }

    private static Optional<String> unmetRequirement(RunningFlow run) {
        return switch (run.flow().authentication()) {
            case NONE -> Optional.empty();
            case REQUIRE_AUTHENTICATED -> unless(run.session().isPresent(), "You have to be logged in for this.");
            case REQUIRE_UNAUTHENTICATED -> unless(run.session().isEmpty(), "You are already logged in.");
            case REQUIRE_SUPERUSER -> unless(run.session().isPresent() && run.actor().superuser(),
                    "Only administrators can do this.");
            case REQUIRE_REDIRECT -> unless(run.plan().has(ContextKeys.IS_REDIRECTED), "This step cannot be opened directly.");
            case REQUIRE_TOKEN -> unless(run.plan().has(ContextKeys.IS_RESTORED), "This step needs the link that was sent to you.");
            // Outposts do not run flows in this release, so nobody meets this.
            case REQUIRE_OUTPOST -> Optional.of("This step is for outposts.");
        };
    }

    private static Optional<String> unless(boolean met, String refusal) {
        return met ? Optional.empty() : Optional.of(refusal);
    }

    private Optional<String> policyRefusal(RunningFlow run) {
        FlowDefinition flow = run.flow();
        PolicyVerdict verdict = policies.decide(flow.id(), flow.mode(), run);
        return verdict.passing() ? Optional.empty() : Optional.of(String.join(" ", verdict.messages()));
    }

    private List<PlannedStage> stagesOf(RunningFlow run) {
        List<PlannedStage> stages = new ArrayList<>();
        run.state().start().firstStages().forEach(stage -> stages.add(PlannedStage.of(stage)));
        for (BoundStage bound : run.flow().stages()) {
            if (!bound.evaluateOnPlan() || policies.decide(bound.binding(), bound.mode(), run).passing()) {
                stages.add(PlannedStage.of(bound));
            }
        }
        run.state().start().finalStages().forEach(stage -> stages.add(PlannedStage.of(stage)));
        return stages;
    }

    /** A flow that was allowed because of a login does not go on without that login, or with somebody else's. */
    private static void bindToLogin(RunningFlow run) {
        AuthenticationRequirement requirement = run.flow().authentication();
        if (requirement == AuthenticationRequirement.REQUIRE_AUTHENTICATED
                || requirement == AuthenticationRequirement.REQUIRE_SUPERUSER) {
            run.session().ifPresent(session -> run.state().bindTo(session.id()));
        }
    }
}
