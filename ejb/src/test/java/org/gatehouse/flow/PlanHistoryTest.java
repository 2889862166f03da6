package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.policy.PolicyExplanation;
import org.gatehouse.policy.PolicyVerdict;
import org.junit.jupiter.api.Test;

class PlanHistoryTest {

    private static FlowDecision decision(String about, PolicyVerdict verdict) {
        return FlowDecision.of(about, new PolicyExplanation(verdict, List.of(new PolicyExplanation.Part("a policy", verdict))));
    }

    @Test
    void survivesBeingStored() {
        PlanHistory history = new PlanHistory();
        history.passed(PlannedStage.of(new InMemoryStage("probe", FlowWorld.json("{}"))));
        history.decided(decision("flow", PolicyVerdict.deny("Not you.")));

        PlanHistory read = PlanHistory.fromJson(history.toJson());

        assertThat(read.stages()).isEqualTo(history.stages());
        assertThat(read.decisions()).isEqualTo(history.decisions());
        assertThat(PlanHistory.fromJson(null).stages()).isEmpty();
    }

    @Test
    void isBounded() {
        PlanHistory history = new PlanHistory();
        for (int i = 0; i < 1_000; i++) {
            history.passed(PlannedStage.of(new InMemoryStage("probe", FlowWorld.json("{}"))));
            history.decided(decision("stage " + i, PolicyVerdict.deny("x".repeat(10_000))));
        }

        assertThat(history.stages()).hasSize(30);
        assertThat(history.decisions()).hasSize(30);
        assertThat(history.decisions().get(29).about()).isEqualTo("stage 999");
        assertThat(history.toJson().toString()).hasSizeLessThan(20_000);
    }

    @Test
    void notesADecisionOnceHoweverOftenThePageIsReloaded() {
        PlanHistory history = new PlanHistory();
        history.decided(decision("flow", PolicyVerdict.pass()));
        history.decided(decision("flow", PolicyVerdict.pass()));

        assertThat(history.decisions()).hasSize(1);
    }
}
