package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-rp-initiated-logout-certification-test-plan}. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-rp-initiated-logout-certification-test-plan")
class RpInitiatedLogoutPlanIT {

    private static final String BACK = Suite.ADDRESS + "/post_logout_redirect";

    private RelyingParty rp;
    private SuiteBrowser browser;
    private String idToken;

    @BeforeEach
    void logIn(GatehouseServer server) {
        Suite suite = Suite.on(server);
        rp = suite.relyingParty(suite.first());
        browser = suite.browser();
        idToken = rp.logIn(browser, rp.request("code", "openid")).idToken();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-discovery-endpoint-verification")
    void discovery() {
        assertThat(rp.metadata().getEndSessionEndpointURI()).isNotNull();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout")
    void logoutLeadsBackToTheClient() {
        Arrival arrival = logout("id_token_hint", idToken, "post_logout_redirect_uri", BACK, "state", "the state");

        assertThat(arrival.callback()).isEqualTo(URI.create(BACK + "?state=the%20state"));
        assertLoggedOut();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-state")
    void noState() {
        assertThat(logout("id_token_hint", idToken, "post_logout_redirect_uri", BACK).callback()).isEqualTo(URI.create(BACK));
        assertLoggedOut();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-post-logout-redirect-uri")
    void badPostLogoutRedirectUri() {
        assertThat(logout("id_token_hint", idToken, "post_logout_redirect_uri", BACK + "/other", "state", "s").callback()).isNull();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-query-added-to-post-logout-redirect-uri")
    void queryAddedToPostLogoutRedirectUri() {
        assertThat(logout("id_token_hint", idToken, "post_logout_redirect_uri", BACK + "?foo=bar", "state", "s").callback()).isNull();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-modified-id-token-hint")
    void modifiedIdTokenHint() {
        String[] parts = idToken.split("\\.");
        String modified = parts[0] + "." + parts[1] + "." + new StringBuilder(parts[2]).reverse();

        assertThat(logout("id_token_hint", modified, "post_logout_redirect_uri", BACK, "state", "s").callback()).isNull();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-bad-id-token-hint")
    void badIdTokenHint() throws Exception {
        SignedJWT forged = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), SignedJWT.parse(idToken).getJWTClaimsSet());
        forged.sign(new RSASSASigner(new RSAKeyGenerator(2048).generate()));

        assertThat(logout("id_token_hint", forged.serialize(), "post_logout_redirect_uri", BACK, "state", "s").callback()).isNull();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-id-token-hint")
    void noIdTokenHint() {
        assertThat(logout("post_logout_redirect_uri", BACK, "state", "s").callback()).as("nobody has said whose address that is").isNull();
    }

    /** RP-Initiated Logout 1.0 section 2: the OP asks when it cannot know who wants the logout. */
    @Test
    void aLinkThatNamesNoClientEndsNothingUnlessTheUserAgrees() {
        browser.pageOf(rp.metadata().getEndSessionEndpointURI().toString(), "id=\"submit\"");

        rp.authorize(browser, rp.request("code", "openid", "prompt", "none")).succeeded();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-params")
    void noParameters() {
        assertThat(logout().callback()).isNull();
        assertLoggedOut();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-no-post-logout-redirect-uri")
    void noPostLogoutRedirectUri() {
        assertThat(logout("id_token_hint", idToken, "state", "s").callback()).isNull();
        assertLoggedOut();
    }

    @Test
    @DisplayName("oidcc-rp-initiated-logout-only-state")
    void onlyState() {
        assertThat(logout("state", "s").callback()).isNull();
        assertLoggedOut();
    }

    private Arrival logout(String... parameters) {
        Map<String, String> sent = new LinkedHashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            sent.put(parameters[i], parameters[i + 1]);
        }
        return browser.visit(RelyingParty.address(rp.metadata().getEndSessionEndpointURI(), sent));
    }

    private void assertLoggedOut() {
        rp.authorize(browser, rp.request("code", "openid", "prompt", "none")).failed("login_required");
    }
}
