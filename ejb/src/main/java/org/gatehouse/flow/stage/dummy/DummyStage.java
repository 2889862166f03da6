package org.gatehouse.flow.stage.dummy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.gatehouse.flow.ContinueChallenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.model.config.ConfiguredObject;
import org.gatehouse.model.config.ConfiguredObjectRepository;
import org.gatehouse.model.config.Stage;
import org.gatehouse.type.Default;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Shows its name and goes on; or throws, to see what a flow does then. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = "dummy", model = "authentik_stages_dummy.dummystage", component = "ak-stage-dummy-form")
public class DummyStage implements StageType<DummyStage.Settings, NoAnswer> {

    @Inject
    private ConfiguredObjectRepository stages;

    /** @param throwError whether the stage breaks instead */
    public record Settings(@Default("false") boolean throwError) {
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        if (settings.throwError()) {
            throw new IllegalStateException("This test stage breaks because it is set to.");
        }
        return StageResult.show(new ContinueChallenge(flow.stageId().flatMap(id -> stages.find(Stage.class, id)).map(ConfiguredObject::getName).orElse("")));
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, NoAnswer answer) {
        return StageResult.next();
    }
}
