package org.gatehouse.it.conformance;

import java.util.List;
import org.junit.jupiter.api.DisplayName;

/** {@code oidcc-implicit-certification-test-plan}. */
@DisplayName("oidcc-implicit-certification-test-plan")
class ImplicitPlanIT extends FrontChannelModules {

    @Override
    List<String> responseTypes() {
        return List.of("id_token", "id_token token");
    }
}
