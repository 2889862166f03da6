package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import org.gatehouse.flow.Challenge;
import org.gatehouse.flow.FlowContext;
import org.gatehouse.flow.NoAnswer;
import org.gatehouse.flow.StageResult;
import org.gatehouse.flow.StageType;
import org.gatehouse.type.Family;
import org.gatehouse.type.ObjectType;

/** Says that the device has been let in. Exists in plans only. */
@ApplicationScoped
@ObjectType(family = Family.STAGE, name = DeviceFinishStage.NAME, model = "authentik_providers_oauth2.devicefinishstage", component = "",
        internal = true)
public class DeviceFinishStage implements StageType<DeviceFinishStage.Settings, NoAnswer> {

    static final String NAME = "oauth2_device_finish";

    /** There are none. */
    public record Settings() {
    }

    /** {@code ak-provider-oauth2-device-code-finish}. */
    public record Finished() implements Challenge {

        @Override
        public String component() {
            return "ak-provider-oauth2-device-code-finish";
        }
    }

    @Override
    public StageResult begin(FlowContext flow, Settings settings) {
        return StageResult.show(new Finished());
    }

    @Override
    public StageResult submit(FlowContext flow, Settings settings, NoAnswer answer) {
        return StageResult.next();
    }
}
