package org.gatehouse.it.conformance;

import org.junit.jupiter.api.DisplayName;

/** {@code oidcc-formpost-implicit-certification-test-plan}. */
@DisplayName("oidcc-formpost-implicit-certification-test-plan")
class FormPostImplicitPlanIT extends ImplicitPlanIT {

    @Override
    String responseMode() {
        return "form_post";
    }
}
