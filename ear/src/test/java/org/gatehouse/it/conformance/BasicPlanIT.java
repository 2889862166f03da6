package org.gatehouse.it.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import java.net.http.HttpResponse;
import java.util.Map;
import org.gatehouse.it.GatehouseServer;
import org.gatehouse.it.HttpBrowser;
import org.gatehouse.it.conformance.RelyingParty.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code oidcc-basic-certification-test-plan}: the code flow with static clients. */
@ExtendWith(GatehouseServer.class)
@DisplayName("oidcc-basic-certification-test-plan")
class BasicPlanIT {

    private Suite suite;
    private RelyingParty rp;
    private SuiteBrowser browser;

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

    @Test
    @DisplayName("oidcc-server")
    void server() {
        Map<String, String> request = rp.request("code", "openid");

        OIDCTokenResponse tokens = RelyingParty.granted(rp.redeem(rp.authorize(browser, request).code()));
        IDTokenClaimsSet claims = rp.verify(tokens.getOIDCTokens().getIDToken(), request.get("nonce"), tokens.getOIDCTokens().getAccessToken());

        assertThat(tokens.toJSONObject()).containsEntry("token_type", "Bearer").containsKey("expires_in");
        assertThat(claims.getAudience()).hasSize(1);
        assertThat(claims.getSubject().getValue()).hasSizeBetween(1, 255).isPrintable();
    }

    @Test
    @DisplayName("oidcc-response-type-missing")
    void responseTypeMissing() {
        rp.authorize(browser, rp.request("code", "openid", "response_type", null)).failed("invalid_request", "unsupported_response_type");
    }

    @Test
    @DisplayName("oidcc-idtoken-signature")
    void idTokenSignature() {
        Login login = rp.logIn(browser, rp.request("code", "openid"));

        assertThat(login.tokens().getOIDCTokens().getIDToken().getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        assertThat(rp.keyTypes()).contains("RSA");
    }

    @Test
    @DisplayName("oidcc-idtoken-unsigned")
    void idTokenIsNeverUnsigned() {
        assertThat(rp.metadata().getIDTokenJWSAlgs().toString()).doesNotContain("none");
    }

    @Test
    @DisplayName("oidcc-codereuse")
    void codeReuse() {
        String code = rp.authorize(browser, rp.request("code", "openid")).code();
        RelyingParty.granted(rp.redeem(code));

        assertThat(RelyingParty.refused(rp.redeem(code))).isEqualTo("invalid_grant");
    }

    @Test
    @DisplayName("oidcc-codereuse-30seconds")
    void codeReuseRevokesTheTokens() {
        Map<String, String> request = rp.request("code", "openid");
        String code = rp.authorize(browser, request).code();
        String token = RelyingParty.granted(rp.redeem(code)).getOIDCTokens().getAccessToken().getValue();

        rp.redeem(code);

        assertThat(userInfo(token).statusCode()).isEqualTo(401);
    }

    @Test
    @DisplayName("oidcc-userinfo-get")
    void userInfoByGet() {
        assertThat(rp.userInfo(rp.logIn(browser, rp.request("code", "openid"))).getSubject()).isNotNull();
    }

    @Test
    @DisplayName("oidcc-userinfo-post-header")
    void userInfoByPostWithHeader() throws Exception {
        Login login = rp.logIn(browser, rp.request("code", "openid"));
        HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, rp.metadata().getUserInfoEndpointURI());
        request.setAuthorization(login.accessToken().toAuthorizationHeader());

        assertThat(rp.userInfo(request).getSubject()).isEqualTo(login.claims().getSubject());
    }

    @Test
    @DisplayName("oidcc-userinfo-post-body")
    void userInfoByPostWithBody() {
        Login login = rp.logIn(browser, rp.request("code", "openid"));

        HttpResponse<String> response = browser.http().postForm(rp.metadata().getUserInfoEndpointURI().toString(),
                Map.of("access_token", login.accessToken().getValue()));

        assertThat(HttpBrowser.json(response).getString("sub")).isEqualTo(login.claims().getSubject().getValue());
    }

    @Test
    @DisplayName("oidcc-ensure-request-without-nonce-succeeds-for-code-flow")
    void withoutNonce() {
        Login login = rp.logIn(browser, rp.request("code", "openid", "nonce", null));

        assertThat(login.claims().getNonce()).isNull();
    }

    @Test
    @DisplayName("oidcc-scope-profile")
    void scopeProfile() {
        Login login = rp.logIn(browser, rp.request("code", "openid profile"));
        UserInfo info = rp.userInfo(login);

        assertProfile(info);
        assertThat(info.getEmailAddress()).isNull();
    }

    @Test
    @DisplayName("oidcc-scope-email")
    void scopeEmail() {
        Login login = rp.logIn(browser, rp.request("code", "openid email"));
        UserInfo info = rp.userInfo(login);

        assertThat(info.getEmailAddress()).isEqualTo("conformance@example.com");
        assertThat(info.getEmailVerified()).isNotNull();
        assertThat(login.claims().getClaim("email")).as("has an access token to get it with").isNull();
    }

    @Test
    @DisplayName("oidcc-scope-address")
    void scopeAddress() {
        UserInfo info = rp.userInfo(rp.logIn(browser, rp.request("code", "openid address")));

        assertThat(info.getAddress().getCountry()).isEqualTo("Germany");
        assertThat(info.getAddress().getFormatted()).isNotBlank();
    }

    @Test
    @DisplayName("oidcc-scope-phone")
    void scopePhone() {
        UserInfo info = rp.userInfo(rp.logIn(browser, rp.request("code", "openid phone")));

        assertThat(info.getPhoneNumber()).isEqualTo("+49 30 5550101");
        assertThat(info.getPhoneNumberVerified()).isNotNull();
    }

    @Test
    @DisplayName("oidcc-scope-all")
    void scopeAll() {
        assertAll(rp.userInfo(rp.logIn(browser, rp.request("code", "openid profile email address phone"))));
    }

    @Test
    @DisplayName("oidcc-ensure-other-scope-order-succeeds")
    void otherScopeOrder() {
        assertAll(rp.userInfo(rp.logIn(browser, rp.request("code", "phone address email profile openid"))));
    }

    @Test
    @DisplayName("oidcc-alternate-happy-flow")
    void theSecondClientWorksAsWell() {
        RelyingParty other = suite.relyingParty(suite.second(), responseMode());

        Login login = other.logIn(browser, other.request("code", "openid"));

        assertThat(login.claims().getIssuer()).isEqualTo(rp.metadata().getIssuer());
        assertThat(login.claims().getSubject()).isEqualTo(rp.logIn(browser, rp.request("code", "openid")).claims().getSubject());
    }

    @Test
    @DisplayName("oidcc-display-page")
    void displayPage() {
        rp.logIn(browser, rp.request("code", "openid", "display", "page"));
    }

    @Test
    @DisplayName("oidcc-display-popup")
    void displayPopup() {
        rp.logIn(browser, rp.request("code", "openid", "display", "popup"));
    }

    @Test
    @DisplayName("oidcc-prompt-login")
    void promptLogin() {
        Login first = rp.logIn(browser, rp.request("code", "openid"));

        Login second = rp.logIn(browser, rp.request("code", "openid", "prompt", "login"));

        assertThat(browser.logins()).isEqualTo(2);
        assertThat(second.claims().getAuthenticationTime()).isAfterOrEqualTo(first.claims().getAuthenticationTime());
        assertThat(second.claims().getSubject()).isEqualTo(first.claims().getSubject());
    }

    @Test
    @DisplayName("oidcc-prompt-none-not-logged-in")
    void promptNoneNotLoggedIn() {
        rp.authorize(browser, rp.request("code", "openid", "prompt", "none")).failed("login_required");
    }

    @Test
    @DisplayName("oidcc-prompt-none-logged-in")
    void promptNoneLoggedIn() {
        Login first = rp.logIn(browser, rp.request("code", "openid"));

        Login second = rp.logIn(browser, rp.request("code", "openid", "prompt", "none"));

        assertThat(browser.logins()).isEqualTo(1);
        assertThat(second.claims().getSubject()).isEqualTo(first.claims().getSubject());
        assertThat(second.claims().getAuthenticationTime()).isEqualTo(first.claims().getAuthenticationTime());
    }

    @Test
    @DisplayName("oidcc-max-age-1")
    void maxAge1() {
        Login first = rp.logIn(browser, rp.request("code", "openid"));
        Map<String, String> silent = rp.request("code", "openid", "prompt", "none", "max_age", "1");
        while (rp.authorize(browser, silent).get("error") == null) {
            Thread.onSpinWait();
        }

        Login second = rp.logIn(browser, rp.request("code", "openid", "max_age", "1"));

        assertThat(browser.logins()).isEqualTo(2);
        assertThat(second.claims().getAuthenticationTime()).isAfter(first.claims().getAuthenticationTime());
    }

    @Test
    @DisplayName("oidcc-max-age-10000")
    void maxAge10000() {
        Login first = rp.logIn(browser, rp.request("code", "openid"));

        Login second = rp.logIn(browser, rp.request("code", "openid", "max_age", "10000"));

        assertThat(browser.logins()).isEqualTo(1);
        assertThat(second.claims().getAuthenticationTime()).isNotNull().isEqualTo(first.claims().getAuthenticationTime());
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-unknown-parameter-succeeds")
    void unknownParameter() {
        rp.logIn(browser, rp.request("code", "openid", "extra", "foobar"));
    }

    @Test
    @DisplayName("oidcc-id-token-hint")
    void idTokenHint() {
        Login first = rp.logIn(browser, rp.request("code", "openid"));

        Login second = rp.logIn(browser, rp.request("code", "openid", "prompt", "none", "id_token_hint", first.idToken()));

        assertThat(second.claims().getSubject()).isEqualTo(first.claims().getSubject());
        assertThat(second.claims().getAuthenticationTime()).isEqualTo(first.claims().getAuthenticationTime());
    }

    @Test
    @DisplayName("oidcc-login-hint")
    void loginHint() {
        rp.logIn(browser, rp.request("code", "openid", "login_hint", Suite.USER));
    }

    @Test
    @DisplayName("oidcc-ui-locales")
    void uiLocales() {
        rp.logIn(browser, rp.request("code", "openid", "ui_locales", "se"));
    }

    @Test
    @DisplayName("oidcc-claims-locales")
    void claimsLocales() {
        rp.userInfo(rp.logIn(browser, rp.request("code", "openid", "claims_locales", "se")));
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-acr-values-succeeds")
    void acrValues() {
        rp.logIn(browser, rp.request("code", "openid", "acr_values", "1 2"));
    }

    @Test
    @DisplayName("oidcc-claims-essential")
    void claimsEssential() {
        Login login = rp.logIn(browser, rp.request("code", "openid profile", "claims", "{\"userinfo\":{\"name\":{\"essential\":true}}}"));

        assertThat(rp.userInfo(login).getName()).isNotBlank();
    }

    @Test
    @DisplayName("oidcc-ensure-registered-redirect-uri")
    void unregisteredRedirectUri() {
        browser.open(rp.address(rp.request("code", "openid", "redirect_uri", suite.first().redirectUri() + "/not-registered"))).stayed();
    }

    @Test
    @DisplayName("oidcc-ensure-post-request-succeeds")
    void postRequest() {
        Map<String, String> request = rp.request("code", "openid");

        Arrival arrival = rp.checked(browser.post(rp.metadata().getAuthorizationEndpointURI().toString(), request), request);

        RelyingParty.granted(rp.redeem(arrival.code()));
    }

    @Test
    @DisplayName("oidcc-server-client-secret-post")
    void clientSecretPost() {
        String code = rp.authorize(browser, rp.request("code", "openid")).code();

        RelyingParty.granted(rp.token(suite.first().post(), rp.code(code, null)));
    }

    @Test
    @DisplayName("oidcc-request-uri-unsigned-supported-correctly-or-rejected-as-unsupported")
    void requestUriUnsigned() {
        rp.authorize(browser, rp.request("code", "openid", "request_uri", "https://suite.example.com/request-object"))
                .failed("request_uri_not_supported", "invalid_request_uri", "invalid_request");
    }

    @Test
    @DisplayName("oidcc-unsigned-request-object-supported-correctly-or-rejected-as-unsupported")
    void unsignedRequestObject() {
        Map<String, String> request = rp.request("code", "openid");
        Map<String, String> sent = rp.request("code", "openid", "state", request.get("state"),
                "request", new PlainJWT(claims(request)).serialize());

        Arrival arrival = rp.authorize(browser, sent);

        assertUsedOrRefused(arrival, request);
    }

    @Test
    @DisplayName("oidcc-ensure-request-object-with-redirect-uri")
    void requestObjectWithRedirectUri() throws Exception {
        Map<String, String> request = rp.request("code", "openid");
        com.nimbusds.jwt.SignedJWT object = new com.nimbusds.jwt.SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims(request));
        object.sign(new RSASSASigner(new com.nimbusds.jose.jwk.gen.RSAKeyGenerator(2048).generate()));
        Map<String, String> sent = rp.request("code", "openid", "redirect_uri", suite.first().redirectUri() + "/outside", "request", object.serialize());

        Arrival arrival = browser.open(rp.address(sent));

        assertThat(arrival.callback() == null || !arrival.callback().toString().contains("/outside")).as("never where nothing is registered").isTrue();
    }

    @Test
    @DisplayName("oidcc-ensure-request-with-valid-pkce-succeeds")
    void validPkce() {
        CodeVerifier verifier = new CodeVerifier();
        String challenge = CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue();

        String code = rp.authorize(browser, rp.request("code", "openid", "code_challenge", challenge, "code_challenge_method", "S256")).code();

        RelyingParty.granted(rp.token(suite.first().basic(), rp.code(code, verifier)));
    }

    @Test
    @DisplayName("oidcc-refresh-token")
    void refreshToken() {
        Login login = rp.logIn(browser, rp.request("code", "openid offline_access", "prompt", "consent"));
        RelyingParty other = suite.relyingParty(suite.second(), responseMode());

        OIDCTokenResponse refreshed = RelyingParty.granted(rp.refresh(login.refreshToken()));

        IDTokenClaimsSet claims = rp.verify(refreshed.getOIDCTokens().getIDToken(), null, refreshed.getOIDCTokens().getAccessToken());
        assertThat(claims.getSubject()).isEqualTo(login.claims().getSubject());
        assertThat(claims.getAuthenticationTime()).isEqualTo(login.claims().getAuthenticationTime());
        assertThat(claims.getAudience()).isEqualTo(login.claims().getAudience());
        assertThat(RelyingParty.refused(other.refresh(refreshed.getOIDCTokens().getRefreshToken().getValue()))).as("another client")
                .isEqualTo("invalid_grant");
    }

    /** OpenID Connect Core 1.0 section 6: a request object is either what counts, or refused; never passed over. */
    private static void assertUsedOrRefused(Arrival arrival, Map<String, String> request) {
        if (arrival.parameters().containsKey("error")) {
            arrival.failed("request_not_supported", "invalid_request_object", "invalid_request");
        } else {
            assertThat(arrival.succeeded().get("state")).isEqualTo(request.get("state"));
        }
    }

    private static JWTClaimsSet claims(Map<String, String> request) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder();
        request.forEach(claims::claim);
        return claims.build();
    }

    private static void assertProfile(UserInfo info) {
        assertThat(info.toJSONObject()).containsKeys("name", "given_name", "family_name", "middle_name", "nickname", "preferred_username",
                "profile", "picture", "website", "gender", "birthdate", "zoneinfo", "locale", "updated_at");
        assertThat(info.getUpdatedTime()).as("a number").isNotNull();
    }

    private static void assertAll(UserInfo info) {
        assertProfile(info);
        assertThat(info.getEmailAddress()).isNotNull();
        assertThat(info.getAddress()).isNotNull();
        assertThat(info.getPhoneNumber()).isNotNull();
    }

    private HttpResponse<String> userInfo(String token) {
        return browser.http().send(browser.http().request(rp.metadata().getUserInfoEndpointURI().toString()).GET()
                .header("Authorization", "Bearer " + token));
    }
}
