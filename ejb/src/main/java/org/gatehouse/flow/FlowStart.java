package org.gatehouse.flow;

import java.util.List;
import java.util.UUID;

/**
 * A flow to be started by another part of the product ({@link FlowLauncher}).
 *
 * @param flowId the flow
 * @param context what the plan knows from the beginning
 * @param finalStages stages added after the flow's own
 */
public record FlowStart(UUID flowId, PlanContext context, List<InMemoryStage> finalStages) {
}
