package org.gatehouse.it.conformance;

import org.junit.jupiter.api.DisplayName;

/** {@code oidcc-formpost-basic-certification-test-plan}: the modules of the basic plan with answers in a form. */
@DisplayName("oidcc-formpost-basic-certification-test-plan")
class FormPostBasicPlanIT extends BasicPlanIT {

    @Override
    String responseMode() {
        return "form_post";
    }
}
