package org.gatehouse.flow.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlowDiagramTest {

    private static final FlowDiagram.Gate OPEN = new FlowDiagram.Gate(List.of(), "any");

    private static FlowDiagram.Step step(String name, FlowDiagram.Gate gate) {
        return new FlowDiagram.Step(name, "Some stage", gate, false, true);
    }

    @Test
    void drawsStagesInTheirOrder() {
        String text = new FlowDiagram("Login", "login", "none", OPEN, List.of(step("one", OPEN), step("two", OPEN))).toMermaid();

        assertThat(text.lines()).startsWith("graph TD").contains("start --> stage0", "stage0 --> stage1", "stage1 --> done([\"End of the flow\"])");
    }

    @Test
    void aPolicyLeadsPastItsStageOrOutOfTheFlow() {
        FlowDiagram.Gate gate = new FlowDiagram.Gate(List.of("is staff", "group admins"), "all");

        String text = new FlowDiagram("Login", "login", "none", gate, List.of(step("one", gate), step("two", gate))).toMermaid();

        assertThat(text.lines()).contains("gate{\"is staff and group admins\"}", "start --> gate", "gate -- no --> denied[[\"Denied\"]]",
                "gate -- yes --> policy0", "policy0 -- yes --> stage0", "policy0 -- no --> policy1", "stage0 --> policy1", "policy1 -- no --> done");
    }

    @Test
    void drawsAFlowWithoutStages() {
        assertThat(new FlowDiagram("Empty", "empty", "none", OPEN, List.of()).toMermaid()).contains("start --> done");
    }

    @Test
    void aNameCannotLeaveItsBox() {
        String text = new FlowDiagram("\"]\nclick start \"javascript:alert(1)\"", "x", "none", OPEN, List.of(step("<img src=x>", OPEN))).toMermaid();

        assertThat(text).doesNotContain("<img", "\nclick").contains("#lt;img");
    }
}
