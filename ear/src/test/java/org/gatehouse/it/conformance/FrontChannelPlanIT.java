package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-frontchannel-rp-initiated-logout-certification-test-plan}. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-frontchannel-rp-initiated-logout-certification-test-plan")
class FrontChannelPlanIT {

    private static final String FRAME = Suite.ADDRESS + "/frontchannel_logout";

    private Suite suite;
    private RelyingParty rp;
    private SuiteBrowser browser;

    @BeforeEach
    void setUp(GatehouseServer server) {
        suite = Suite.on(server);
        rp = suite.relyingParty(suite.second());
        browser = suite.browser();
        suite.configure(suite.second(), Map.of("logout_method", "frontchannel", "logout_uri", FRAME));
    }

    @AfterEach
    void tidyUp() {
        suite.configure(suite.second(), Map.of("logout_method", "backchannel", "logout_uri", ""));
    }

    @Test
    @DisplayName("oidcc-frontchannel-logout-discovery-endpoint-verification")
    void discovery() {
        assertThat(rp.metadata().supportsFrontChannelLogout()).isTrue();
        assertThat(rp.metadata().supportsFrontChannelLogoutSession()).isTrue();
    }

    @Test
    @DisplayName("oidcc-frontchannel-rp-initiated-logout")
    void logout() throws Exception {
        RelyingParty.Login login = rp.logIn(browser, rp.request("code", "openid"));

        String page = browser.pageOf(RelyingParty.address(rp.metadata().getEndSessionEndpointURI(),
                Map.of("id_token_hint", login.idToken(), "post_logout_redirect_uri", Suite.ADDRESS + "/post_logout_redirect", "state", "s")), FRAME);

        assertThat(page).contains("<iframe").contains("sid=" + login.claims().getStringClaim("sid")).contains("iss=");
    }
}
