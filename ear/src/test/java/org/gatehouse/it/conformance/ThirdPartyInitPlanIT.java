package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.net.URI;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-3rdparty-init-login-certification-test-plan}: the user opens the client in the portal. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-3rdparty-init-login-certification-test-plan")
class ThirdPartyInitPlanIT {

    private static final String INITIATE = Suite.ADDRESS + "/login-initiation";

    private Suite suite;
    private RelyingParty rp;
    private SuiteBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer server) {
        suite = Suite.on(server);
        rp = suite.relyingParty(suite.first());
        browser = suite.browser();
        initiateAt(INITIATE);
    }

    @AfterEach
    void tidyUp() {
        initiateAt("");
    }

    private void initiateAt(String uri) {
        int provider = suite.server().api().get("/core/applications/" + rp.client().id() + "/").getInt("provider");
        suite.server().api().patch("/providers/oauth2/" + provider + "/", Json.createObjectBuilder()
                .add("registration", Json.createObjectBuilder().add("initiate_login_uri", uri)).build());
    }

    @Test
    @DisplayName("oidcc-3rdparty-init-login")
    void theClientIsToldWhomToAskAndLogsTheUserIn() {
        RelyingParty.Login before = rp.logIn(browser, rp.request("code", "openid"));

        Arrival initiated = browser.open("/application/launch/" + rp.client().id() + "/");

        assertThat(initiated.callback()).as(initiated.page()).isNotNull();
        assertThat(URI.create(INITIATE).getPath()).isEqualTo(initiated.callback().getPath());
        assertThat(initiated.get("iss")).isEqualTo(rp.metadata().getIssuer().getValue());
        assertThat(initiated.get("login_hint")).isEqualTo(Suite.USER);
        RelyingParty.Login login = rp.logIn(browser, rp.request("code", "openid", "login_hint", initiated.get("login_hint")));
        assertThat(login.claims().getSubject()).isEqualTo(before.claims().getSubject());
        assertThat(browser.logins()).as("the login that was there will do").isEqualTo(1);
    }
}
