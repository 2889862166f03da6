package org.gatehouse.model.flow;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.gatehouse.model.config.Stage;
import org.gatehouse.model.policy.PolicyEngineMode;

/**
 * A stage at a place in a flow. A failing policy of the binding skips the stage; it does not refuse the flow.
 */
@Entity
@Table(name = "flow_stage_binding")
public class FlowStageBinding {

    @Id
    private UUID id;

    @Column(name = "flow_id")
    private UUID flowId;

    @ManyToOne(optional = false)
    @JoinColumn(name = "stage_id")
    private Stage stage;

    private int position;

    @Column(name = "evaluate_on_plan")
    private boolean evaluateOnPlan;

    @Column(name = "re_evaluate_policies")
    private boolean reEvaluatePolicies = true;

    @Convert(converter = PolicyEngineMode.Stored.class)
    @Column(name = "policy_engine_mode")
    private PolicyEngineMode policyEngineMode = PolicyEngineMode.ANY;

    @Convert(converter = InvalidResponseAction.Stored.class)
    @Column(name = "invalid_response_action")
    private InvalidResponseAction invalidResponseAction = InvalidResponseAction.RETRY;

    @Version
    private long version;

    public UUID getId() {
        return id;
    }

    public void setId(UUID id) {
        this.id = id;
    }

    public UUID getFlowId() {
        return flowId;
    }

    public void setFlowId(UUID flowId) {
        this.flowId = flowId;
    }

    public Stage getStage() {
        return stage;
    }

    public void setStage(Stage stage) {
        this.stage = stage;
    }

    public int getPosition() {
        return position;
    }

    public void setPosition(int position) {
        this.position = position;
    }

    public boolean isEvaluateOnPlan() {
        return evaluateOnPlan;
    }

    public void setEvaluateOnPlan(boolean evaluateOnPlan) {
        this.evaluateOnPlan = evaluateOnPlan;
    }

    public boolean isReEvaluatePolicies() {
        return reEvaluatePolicies;
    }

    public void setReEvaluatePolicies(boolean reEvaluatePolicies) {
        this.reEvaluatePolicies = reEvaluatePolicies;
    }

    public PolicyEngineMode getPolicyEngineMode() {
        return policyEngineMode;
    }

    public void setPolicyEngineMode(PolicyEngineMode policyEngineMode) {
        this.policyEngineMode = policyEngineMode;
    }

    public InvalidResponseAction getInvalidResponseAction() {
        return invalidResponseAction;
    }

    public void setInvalidResponseAction(InvalidResponseAction invalidResponseAction) {
        this.invalidResponseAction = invalidResponseAction;
    }

    /** Counts the writes to this row; a save with an older number is a conflict. */
    public long getVersion() {
        return version;
    }
}
