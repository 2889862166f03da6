package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gatehouse.flow.FlowEngine.BROWSER;
import static org.gatehouse.flow.FlowEngine.visit;

import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which plans are worth a row in the database. */
class FleetingPlanTest {

    private static final String MARK = "{\"fleeting\":true,";

    private final FlowEngine engine = new FlowEngine();
    private Flow flow;

    @BeforeEach
    void prepare() {
        engine.world.types.add(new ProbeStage());
        flow = engine.world.flow("login", FlowDesignation.AUTHENTICATION);
        engine.world.bind(flow, engine.world.stage("probe", "{}"));
        engine.world.bind(flow, engine.world.stage("probe", "{}"));
    }

    @Test
    void aPageThatNobodyHasAnsweredIsFleeting() {
        engine.executor.open(visit("login"));
        assertThat(plan("")).startsWith(MARK);

        engine.executor.advance(visit("login"), FlowWorld.json("{\"component\":\"test-probe\",\"word\":\"x\"}"));
        assertThat(plan("")).doesNotContain("fleeting");
    }

    @Test
    void aWrongAnswerIsOneAsWell() {
        engine.executor.open(visit("login"));
        engine.executor.advance(visit("login"), FlowWorld.json("{\"component\":\"test-probe\",\"word\":\"\"}"));

        assertThat(plan("")).doesNotContain("fleeting");
    }

    @Test
    void whatAnotherPartOfTheProductHasStartedIsKept() {
        String path = engine.launcher.start(BROWSER, new FlowStart(flow.getId(),
                new PlanContext().put(ContextKeys.APPLICATION, "grafana"), java.util.List.of()));

        assertThat(plan(path.substring(path.indexOf('=') + 1))).doesNotContain("fleeting");
    }

    private String plan(String execution) {
        return engine.store.find(FlowStore.keyOf(BROWSER, "login", execution)).orElseThrow();
    }
}
