package org.gatehouse.brand;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.model.brand.Brand;

/** The flows of a brand by their field on the wire. */
final class BrandFlows {

    private BrandFlows() {
    }

    /** In the order of the contract; null for a flow the brand does not name. */
    static Map<String, UUID> of(Brand brand) {
        Map<String, UUID> flows = new LinkedHashMap<>();
        flows.put("flow_authentication", brand.getFlowAuthenticationId());
        flows.put("flow_user_switch", brand.getFlowUserSwitchId());
        flows.put("flow_invalidation", brand.getFlowInvalidationId());
        flows.put("flow_recovery", brand.getFlowRecoveryId());
        flows.put("flow_unenrollment", brand.getFlowUnenrollmentId());
        flows.put("flow_user_settings", brand.getFlowUserSettingsId());
        flows.put("flow_device_code", brand.getFlowDeviceCodeId());
        flows.put("flow_lockdown", brand.getFlowLockdownId());
        flows.put("flow_request", brand.getFlowRequestId());
        return flows;
    }
}
