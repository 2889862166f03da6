package org.gatehouse.provider.oauth2.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.refuses;
import static org.gatehouse.provider.oauth2.authorize.AuthorizationChecksTest.request;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.UUID;
import org.gatehouse.provider.oauth2.GrantType;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.RequestDelivery;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final RequestDelivery PUSHED = new RequestDelivery(true, false, false);

    private final AuthorizationProfileRules requests = new AuthorizationProfileRules();
    private final TokenProfileRules tokens = new TokenProfileRules();

    @Test
    void findsNothingWrongWithoutAProfile() {
        assertThat(contradictions(TestClients.settings().add("grant_types", grants("implicit", "password")))).isEmpty();
    }

    @Test
    void holdsOAuth21ToItsGrantsAndAddresses() {
        assertThat(contradictions(oauth21())).isEmpty();
        assertThat(contradictions(oauth21().add("redirect_uris", TestClients.uris("http://127.0.0.1/cb", "http://localhost:8080/cb",
                "com.example.app:/cb")))).isEmpty();
        for (String grant : List.of("implicit", "hybrid", "password")) {
            assertThat(contradictions(oauth21().add("grant_types", grants("authorization_code", grant)))).as(grant).containsOnly("grant_types");
        }
        assertThat(contradictions(oauth21().add("redirect_uris", TestClients.uris("http://app.example.com/cb")))).containsOnly("redirect_uris");
        assertThat(contradictions(oauth21().add("redirect_uris", Json.createArrayBuilder().add(
                Json.createObjectBuilder().add("matching_mode", "regex").add("url", "https://app\\.example\\.com/.*"))))).containsOnly("redirect_uris");
        assertThat(contradictions(oauth21().add("client_type", "public").add("refresh_token_threshold", "hours=1")))
                .containsOnly("refresh_token_threshold");
    }

    @Test
    void holdsFapiToKeysBoundTokensAndShortCodes() {
        assertThat(contradictions(fapi())).isEmpty();
        assertThat(contradictions(fapi().add("client_type", "public"))).contains("client_type");
        assertThat(contradictions(fapi().add("client_authentication", authentication("client_secret_basic", true))))
                .containsOnly("client_authentication.token_endpoint_auth_method");
        assertThat(contradictions(fapi().add("client_authentication", authentication("private_key_jwt", false))))
                .containsOnly("client_authentication.dpop_bound_access_tokens");
        assertThat(contradictions(fapi().add("access_code_validity", "seconds=61"))).containsOnly("access_code_validity");
        assertThat(contradictions(fapi().add("redirect_uris", TestClients.uris("http://localhost/cb")))).containsOnly("redirect_uris");
        assertThat(contradictions(fapi().remove("signing_key"))).containsOnly("signing_key");
        assertThat(contradictions(fapi().add("grant_types", grants("urn:ietf:params:oauth:grant-type:device_code")))).containsOnly("grant_types");
        assertThat(contradictions(fapi().add("authorization_requests", profile("fapi_2_security").add("request_object_signing_alg", "none"))))
                .containsOnly("authorization_requests.request_object_signing_alg");
    }

    @Test
    void wantsTheKeysOfAClientThatSigns() {
        assertThat(contradictions(signing())).isEmpty();
        assertThat(contradictions(signing()
                .add("client_authentication", authentication("tls_client_auth", true).remove("jwks_uri")))).containsOnly("client_authentication.jwks");
    }

    @Test
    void wantsSignedAnswersOfIntrospection() {
        assertThat(contradictions(signing().remove("token_formats"))).containsOnly("token_formats.introspection_signed_response_alg");
    }

    @Test
    void takesNoWeakAlgorithmUnderFapi() {
        for (String field : List.of("id_token", "userinfo", "introspection", "authorization")) {
            String name = field + "_signed_response_alg";
            for (String weak : List.of("RS256", "ES384", "HS256")) {
                assertThat(contradictions(fapi().add("token_formats", Json.createObjectBuilder().add(name, weak)))).containsOnly("token_formats." + name);
            }
            for (String good : List.of("PS256", "ES256", "EdDSA")) {
                assertThat(contradictions(fapi().add("token_formats", Json.createObjectBuilder().add(name, good)))).isEmpty();
            }
        }
    }

    @Test
    void demandsPkceByS256() {
        OAuthClient client = TestClients.client(oauth21());
        OAuthClient option = TestClients.client(TestClients.settings().add("authorization_requests",
                Json.createObjectBuilder().add("require_pkce", true)));

        for (OAuthClient strict : List.of(client, option)) {
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> requests.check(request(), strict));
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> requests.check(request("code_challenge", CHALLENGE), strict));
            refuses(OAuthErrorCode.INVALID_REQUEST,
                    () -> requests.check(request("code_challenge", CHALLENGE, "code_challenge_method", "plain"), strict));
            assertThatCode(() -> requests.check(protectedRequest(), strict)).doesNotThrowAnyException();
        }
    }

    @Test
    void knowsCodesOnly() {
        refuses(OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE, () -> requests.check(
                request("response_type", "code id_token", "code_challenge", CHALLENGE, "code_challenge_method", "S256"), TestClients.client(oauth21())));
    }

    @Test
    void letsAFapiClientInByPushedRequestsOnly() {
        OAuthClient client = TestClients.client(fapi());

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> requests.check(protectedRequest(), client));
        assertThatCode(() -> requests.check(protectedRequest().deliveredBy(PUSHED), client)).doesNotThrowAnyException();
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> requests.check(
                request("redirect_uri", "", "code_challenge", CHALLENGE, "code_challenge_method", "S256").deliveredBy(PUSHED), client));
    }

    @Test
    void letsASigningClientInBySignedRequestsAndAnswersOnly() {
        OAuthClient client = TestClients.client(signing());

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> requests.check(protectedRequest().deliveredBy(PUSHED), client));
        refuses(OAuthErrorCode.INVALID_REQUEST,
                () -> requests.check(protectedRequest().deliveredBy(new RequestDelivery(true, true, false)), client));
    }

    /** Settings that went around the check, by an older version or by hand, must not open what the profile closes (CVE-2026-9792). */
    @Test
    void failsClosedWhenTheSettingsContradictTheProfile() {
        OAuthClient broken = TestClients.client(fapi().add("client_authentication", authentication("client_secret_basic", true)));

        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> requests.check(protectedRequest().deliveredBy(PUSHED), broken));
        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> tokens.check(broken, GrantType.AUTHORIZATION_CODE, true));
    }

    @Test
    void refusesGrantsThatAreGone() {
        for (GrantType gone : List.of(GrantType.PASSWORD, GrantType.IMPLICIT, GrantType.HYBRID)) {
            refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> tokens.check(TestClients.client(oauth21()), gone, true));
        }
        assertThatCode(() -> tokens.check(TestClients.client(oauth21()), GrantType.AUTHORIZATION_CODE, true)).doesNotThrowAnyException();
        assertThatCode(() -> tokens.check(TestClients.confidential(), GrantType.PASSWORD, true)).doesNotThrowAnyException();
    }

    @Test
    void takesNoAccountInPlaceOfAFapiClient() {
        refuses(OAuthErrorCode.INVALID_CLIENT, () -> tokens.check(TestClients.client(fapi()), GrantType.CLIENT_CREDENTIALS, false));
    }

    @Test
    void keepsRefreshTokensWhereFapiSaysSo() {
        assertThat(TokenProfileRules.keepsRefreshTokens(TestClients.client(fapi()))).isTrue();
        assertThat(TokenProfileRules.keepsRefreshTokens(TestClients.client(oauth21()))).isFalse();
    }

    private static AuthorizationRequest protectedRequest() {
        return request("code_challenge", CHALLENGE, "code_challenge_method", "S256");
    }

    private static JsonObjectBuilder oauth21() {
        return TestClients.settings().add("authorization_requests", profile("oauth_2_1"));
    }

    private static JsonObjectBuilder fapi() {
        return TestClients.settings().add("authorization_requests", profile("fapi_2_security")).add("signing_key", UUID.randomUUID().toString())
                .add("client_authentication", authentication("private_key_jwt", true));
    }

    private static JsonObjectBuilder signing() {
        return fapi().add("authorization_requests", profile("fapi_2_message_signing"))
                .add("token_formats", Json.createObjectBuilder().add("introspection_signed_response_alg", "ES256"));
    }

    private static JsonObjectBuilder authentication(String method, boolean bound) {
        return Json.createObjectBuilder().add("token_endpoint_auth_method", method).add("dpop_bound_access_tokens", bound)
                .add("jwks_uri", "https://app.example.com/jwks");
    }

    private static JsonObjectBuilder profile(String name) {
        return Json.createObjectBuilder().add("security_profile", name);
    }

    private static jakarta.json.JsonArrayBuilder grants(String... names) {
        return Json.createArrayBuilder(List.of(names));
    }

    private static java.util.Set<String> contradictions(JsonObjectBuilder document) {
        return ProfileContradictions.of(TestClients.read(document)).keySet();
    }
}
