package org.gatehouse.flow;

import java.util.List;
import java.util.UUID;
import org.gatehouse.model.flow.AuthenticationRequirement;
import org.gatehouse.model.flow.DeniedAction;
import org.gatehouse.model.flow.Flow;
import org.gatehouse.model.flow.FlowDesignation;
import org.gatehouse.model.flow.FlowLayout;
import org.gatehouse.model.flow.FlowStageBinding;
import org.gatehouse.model.policy.PolicyEngineMode;

/** A flow as an administrator has put it together, with its stages in the order in which they run. */
public record FlowDefinition(UUID id, String slug, String name, String title, FlowDesignation designation, String background, FlowLayout layout,
        DeniedAction deniedAction, AuthenticationRequirement authentication, PolicyEngineMode mode, List<BoundStage> stages) {

    static FlowDefinition of(Flow row, List<FlowStageBinding> bindings) {
        return new FlowDefinition(row.getId(), row.getSlug(), row.getName(), row.getTitle(), row.getDesignation(), row.getBackground(),
                row.getLayout(), row.getDeniedAction(), row.getAuthentication(), row.getPolicyEngineMode(),
                bindings.stream().map(BoundStage::of).toList());
    }
}
