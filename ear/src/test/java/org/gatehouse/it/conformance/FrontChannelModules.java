package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.CodeHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.util.List;
import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The modules that the implicit and the hybrid plan have in common: what comes with the answer of the authorization endpoint. */
@ExtendWith(GatehouseServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FrontChannelModules {

    private Suite suite;
    private RelyingParty rp;
    private SuiteBrowser browser;

    /** The response types of the plan. */
    abstract List<String> responseTypes();

    /** How answers are asked for; null for the default. */
    String responseMode() {
        return null;
    }

    @BeforeEach
    void setUp(GatehouseServer server) {
        suite = Suite.on(server);
        rp = suite.relyingParty(suite.first(), responseMode());
        browser = suite.browser();
    }

    RelyingParty rp() {
        return rp;
    }

    SuiteBrowser browser() {
        return browser;
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-server")
    void server(String responseType) {
        front(rp.request(responseType, "openid"));
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-ensure-request-without-nonce-fails")
    void withoutNonceTheRequestFails(String responseType) {
        Map<String, String> request = rp.request(responseType, "openid", "nonce", null);
        if (responseType.contains("id_token")) {
            rp.authorize(browser, request).failed("invalid_request");
        } else {
            rp.authorize(browser, request).succeeded();
        }
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-prompt-none-not-logged-in")
    void promptNoneNotLoggedIn(String responseType) {
        rp.authorize(browser, rp.request(responseType, "openid", "prompt", "none")).failed("login_required");
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-prompt-none-logged-in")
    void promptNoneLoggedIn(String responseType) {
        front(rp.request(responseType, "openid"));

        front(rp.request(responseType, "openid", "prompt", "none"));

        assertThat(browser.logins()).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-prompt-login")
    void promptLogin(String responseType) {
        front(rp.request(responseType, "openid"));

        front(rp.request(responseType, "openid", "prompt", "login"));

        assertThat(browser.logins()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-max-age-10000")
    void maxAge10000(String responseType) {
        IDTokenClaimsSet claims = front(rp.request(responseType, "openid", "max_age", "10000"));

        if (claims != null) {
            assertThat(claims.getAuthenticationTime()).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-scope-all")
    void scopeAll(String responseType) {
        Map<String, String> request = rp.request(responseType, "openid profile email address phone");
        Arrival arrival = rp.authorize(browser, request).succeeded();

        if (arrival.get("access_token") != null) {
            UserInfo info = rp.userInfo(new UserInfoRequest(rp.metadata().getUserInfoEndpointURI(), accessToken(arrival)).toHTTPRequest());
            assertThat(info.toJSONObject()).containsKeys("name", "email", "address", "phone_number");
        } else if (!responseType.contains("code")) {
            IDTokenClaimsSet claims = verified(arrival, request);
            assertThat(claims.toJSONObject()).as("nowhere else to get them from").containsKeys("name", "email", "address", "phone_number");
        }
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-display-page, oidcc-ui-locales, oidcc-claims-locales, oidcc-login-hint, oidcc-ensure-request-with-acr-values-succeeds, "
            + "oidcc-ensure-request-with-unknown-parameter-succeeds")
    void hintsHinderNothing(String responseType) {
        front(rp.request(responseType, "openid", "display", "page", "ui_locales", "se", "claims_locales", "se", "login_hint", Suite.USER,
                "acr_values", "1 2", "extra", "foobar"));
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    @DisplayName("oidcc-ensure-registered-redirect-uri")
    void unregisteredRedirectUri(String responseType) {
        browser.open(rp.address(rp.request(responseType, "openid", "redirect_uri", suite.first().redirectUri() + "/not-registered"))).stayed();
    }

    @ParameterizedTest
    @MethodSource("responseTypes")
    void tokensAreNeverPutIntoAQuery(String responseType) {
        browser.open(rp.address(rp.request(responseType, "openid", "response_mode", "query"))).failed("invalid_request");
    }

    /** Validates everything that has come with the answer; the ID token's claims if there was one. */
    IDTokenClaimsSet front(Map<String, String> request) {
        Arrival arrival = rp.authorize(browser, request).succeeded();
        String responseType = request.get("response_type");
        assertThat(arrival.parameters().containsKey("code")).isEqualTo(responseType.contains("code"));
        assertThat(arrival.parameters().containsKey("id_token")).isEqualTo(responseType.contains("id_token"));
        assertThat(arrival.parameters().containsKey("access_token")).isEqualTo(responseType.matches("(.* )?token( .*)?"));
        if (arrival.get("access_token") != null) {
            assertThat(arrival.get("token_type")).isEqualToIgnoringCase("Bearer");
            assertThat(arrival.get("expires_in")).matches("[1-9][0-9]*");
        }
        return arrival.get("id_token") == null ? null : verified(arrival, request);
    }

    private IDTokenClaimsSet verified(Arrival arrival, Map<String, String> request) {
        return RelyingParty.done(() -> {
            IDTokenClaimsSet claims = rp.verify(JWTParser.parse(arrival.get("id_token")), request.get("nonce"), null);
            JWSAlgorithm algorithm = (JWSAlgorithm) JWTParser.parse(arrival.get("id_token")).getHeader().getAlgorithm();
            if (arrival.get("access_token") != null) {
                assertThat(claims.getAccessTokenHash()).isEqualTo(AccessTokenHash.compute(accessToken(arrival), algorithm, null));
            }
            if (arrival.get("code") != null) {
                assertThat(claims.getCodeHash()).isEqualTo(CodeHash.compute(new AuthorizationCode(arrival.get("code")), algorithm, null));
            }
            return claims;
        });
    }

    private static AccessToken accessToken(Arrival arrival) {
        return new BearerAccessToken(arrival.get("access_token"));
    }
}
