package org.gatehouse.provider.oauth2.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import org.gatehouse.brand.Brands;
import org.gatehouse.flow.FlowStart;
import org.gatehouse.flow.InMemoryStage;
import org.gatehouse.flow.PlanContext;

/** The page on which users type in what their devices show (RFC 8628 section 3.3). */
@ApplicationScoped
public class DeviceVerification {

    @Inject
    private Brands brands;

    /** The brand's flow; empty when the brand has none, and so no devices. */
    public Optional<FlowStart> start() {
        return Optional.ofNullable(brands.current().getFlowDeviceCodeId()).map(flow -> new FlowStart(flow, new PlanContext(),
                List.of(stage(DeviceCodeStage.NAME), stage(DeviceApprovalStage.NAME), stage(DeviceFinishStage.NAME))));
    }

    private static InMemoryStage stage(String name) {
        return new InMemoryStage(name, JsonValue.EMPTY_JSON_OBJECT);
    }
}
