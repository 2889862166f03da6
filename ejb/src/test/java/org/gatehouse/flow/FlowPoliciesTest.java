package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.visit;

import java.util.concurrent.atomic.AtomicReference;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.fixture.TestUsers;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.policy.PolicyRequest;
import org.junit.jupiter.api.Test;

class FlowPoliciesTest {

    private final FlowEngine engine = new FlowEngine();
    private final FlowPolicies policies = engine.world.wire(new FlowPolicies());

    @Test
    void policiesSeeFactsButNoNotesThatStagesKeepForThemselves() {
        AtomicReference<PolicyRequest> seen = new AtomicReference<>();
        ProbeStage probe = new ProbeStage();
        probe.onBegin = flow -> {
            flow.plan().put(ContextKey.object("authenticator.setup_code"), FlowWorld.json("{\"digest\":\"geheim\"}"))
                    .put(ContextKey.text("authenticator_totp.secret"), "geheim").put(ContextKey.object("custom"), FlowWorld.json("{\"risk\":1}"));
            seen.set(policies.requestOf(flow));
            return StageResult.show(new ProbeStage.Ask());
        };
        engine.world.types.add(probe);
        Flow flow = engine.world.flow("ask", FlowDesignation.ENROLLMENT);
        engine.world.bind(flow, engine.world.stage("probe", "{}"));

        engine.executor.open(visit("ask"));

        assertThat(seen.get().context()).containsKeys("custom", "http_request");
        assertThat(seen.get().context().toString()).doesNotContain("geheim");
        assertThat(seen.get().isTrial()).isFalse();
    }

    @Test
    void askingAboutSomebodyIsATrial() {
        assertThat(policies.requestAbout(TestUsers.alice()).isTrial()).isTrue();
    }
}
