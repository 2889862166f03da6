package org.gatehouse.it.conformance;

import org.junit.jupiter.api.DisplayName;

/** {@code oidcc-formpost-hybrid-certification-test-plan}. */
@DisplayName("oidcc-formpost-hybrid-certification-test-plan")
class FormPostHybridPlanIT extends HybridPlanIT {

    @Override
    String responseMode() {
        return "form_post";
    }
}
