package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-session-management-certification-test-plan}. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-session-management-certification-test-plan")
class SessionManagementPlanIT {

    private RelyingParty rp;
    private SuiteBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer server) {
        Suite suite = Suite.on(server);
        rp = suite.relyingParty(suite.first());
        browser = suite.browser();
    }

    @Test
    @DisplayName("oidcc-session-management-discovery-endpoint-verification")
    void discovery() {
        assertThat(rp.metadata().getCheckSessionIframeURI()).isNotNull();
        assertThat(browser.http().get(rp.metadata().getCheckSessionIframeURI().toString()).statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("oidcc-session-management-rp-initiated-logout")
    void theStateOfTheSessionComesWithTheAnswer() {
        String first = rp.authorize(browser, rp.request("code", "openid")).succeeded().get("session_state");
        String second = rp.authorize(browser, rp.request("code", "openid", "prompt", "none")).succeeded().get("session_state");

        assertThat(first).matches("[^. ]+\\.[^. ]+");
        assertThat(second).as("with a salt of its own").isNotNull().isNotEqualTo(first);
    }
}
