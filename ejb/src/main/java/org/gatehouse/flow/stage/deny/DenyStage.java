package org.gatehouse.flow.stage.deny;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.flow.ContextKeys;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.type.Default;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Refuses whoever reaches it. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "deny", model = "authentik_stages_deny.denystage", component = "ak-stage-deny-form")
public class DenyStage implements StageType<DenyStage.Settings, NoAnswer> {

    /** @param denyMessage what the person is told, unless the plan knows better ({@link ContextKeys#DENY_MESSAGE}) */
    public record Settings(@Default("") String denyMessage) {
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        return StageResult.deny(flow.plan().get(ContextKeys.DENY_MESSAGE).orElse(settings.denyMessage()));
    }
}
