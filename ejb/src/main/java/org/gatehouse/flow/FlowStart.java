package org.gatehouse.flow;

import java.util.List;
import java.util.UUID;

/**
 * A flow to be started by another part of the product ({@link FlowLauncher}).
 *
 * @param flowId the flow
 * @param context what the plan knows from the beginning
 * @param firstStages stages put before the flow's own
 * @param finalStages stages added after the flow's own
 */
public record FlowStart(UUID flowId, PlanContext context, List<InMemoryStage> firstStages, List<InMemoryStage> finalStages) {

    /** A start with nothing before the flow's own stages. */
    public FlowStart(UUID flowId, PlanContext context, List<InMemoryStage> finalStages) {
        this(flowId, context, List.of(), finalStages);
    }
}
