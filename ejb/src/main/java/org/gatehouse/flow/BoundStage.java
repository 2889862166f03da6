package org.gatehouse.flow;

import java.util.UUID;
import org.gatehouse.model.flow.FlowStageBinding;
import org.gatehouse.model.flow.InvalidResponseAction;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * A stage at its place in a flow, as the planner reads it.
 *
 * @param binding the binding, which policies are bound to
 * @param stage the stage
 * @param type the name of the stage's type
 * @param name the stage's name
 * @param position where in the flow
 * @param evaluateOnPlan whether the binding's policies are asked when the plan is made
 * @param reEvaluate whether they are asked right before the stage begins
 * @param mode how they are combined
 * @param onInvalid what an answer that the stage does not accept leads to
 */
public record BoundStage(UUID binding, UUID stage, String type, String name, int position, boolean evaluateOnPlan, boolean reEvaluate,
        PolicyEngineMode mode, InvalidResponseAction onInvalid) {

    static BoundStage of(FlowStageBinding row) {
        return new BoundStage(row.getId(), row.getStage().getId(), row.getStage().getType(), row.getStage().getName(), row.getPosition(),
                row.isEvaluateOnPlan(), row.isReEvaluatePolicies(), row.getPolicyEngineMode(), row.getInvalidResponseAction());
    }
}
