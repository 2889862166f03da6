package org.gatehouse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.gatehouse.fixture.FlowWorld;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.type.ObjectChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlowCatalogTest {

    private final FlowWorld world = new FlowWorld();
    private final FlowCatalog catalog = world.wire(new FlowCatalog());
    private Flow flow;
    private Stage stage;

    @BeforeEach
    void compose() {
        catalog.open();
        flow = world.flow("login", FlowDesignation.AUTHENTICATION);
        stage = world.stage("deny", "{}");
        world.bind(flow, stage);
        catalog.find("login");
        catalog.find(flow.getId());
        catalog.stage(stage.getId());
        flow.setTitle("Changed");
        world.remove(stage);
    }

    private String title() {
        assertThat(catalog.find(flow.getId()).orElseThrow().title()).isEqualTo(catalog.find("login").orElseThrow().title());
        return catalog.find("login").orElseThrow().title();
    }

    @Test
    void followsAChangeAtOnceWhenItIsTold() {
        for (String model : new String[] {"authentik_flows.flow", "authentik_flows.flowstagebinding", "authentik_stages_deny.denystage"}) {
            String before = title();
            flow.setTitle("Changed by " + model);
            assertThat(title()).isEqualTo(before);
            catalog.forget(new ObjectChanged(model, "key", ObjectChanged.Change.UPDATED));
            assertThat(title()).isEqualTo("Changed by " + model);
        }
        assertThat(catalog.stage(stage.getId())).isEmpty();
    }

    @Test
    void followsAnotherNodesChangeWithinHalfAMinute() {
        assertThat(title()).isNotEqualTo("Changed");
        world.now = world.now.plus(Duration.ofSeconds(30));

        assertThat(title()).isEqualTo("Changed");
        assertThat(catalog.stage(stage.getId())).isEmpty();
    }

    @Test
    void isNotDisturbedByOtherChanges() {
        catalog.forget(new ObjectChanged("authentik_core.user", "1", ObjectChanged.Change.UPDATED));

        assertThat(title()).isNotEqualTo("Changed");
        assertThat(catalog.size()).isEqualTo(1);
    }
}
