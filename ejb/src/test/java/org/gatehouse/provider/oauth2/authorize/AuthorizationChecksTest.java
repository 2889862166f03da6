package org.gatehouse.provider.oauth2.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.provider.oauth2.OAuthClient;
import org.gatehouse.provider.oauth2.TestClients;
import org.gatehouse.provider.oauth2.assurance.AuthenticationContexts;
import org.gatehouse.provider.oauth2.authorize.rule.AcrCheck;
import org.gatehouse.provider.oauth2.authorize.rule.FrontChannelCheck;
import org.gatehouse.provider.oauth2.authorize.rule.PkceCheck;
import org.gatehouse.provider.oauth2.authorize.rule.PromptCheck;
import org.gatehouse.provider.oauth2.authorize.rule.ResponseTypeCheck;
import org.gatehouse.provider.oauth2.authorize.rule.ScopeCheck;
import org.gatehouse.provider.oauth2.profile.AuthorizationProfileRules;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequest;
import org.gatehouse.provider.oauth2.protocol.AuthorizationRequestParser;
import org.gatehouse.provider.oauth2.protocol.OAuthErrorCode;
import org.gatehouse.provider.oauth2.protocol.OAuthRefusal;
import org.gatehouse.provider.oauth2.protocol.RequestParameters;
import org.gatehouse.provider.oauth2.resource.AccessRules;
import org.junit.jupiter.api.Test;

public class AuthorizationChecksTest {

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    @Test
    void answersAsTheGrantTypesPermit() {
        for (String type : List.of("token", "id_token", "id_token token", "code id_token", "code token", "code id_token token")) {
            AuthorizationRequest asked = request("response_type", type);
            boolean hybrid = type.contains("code");

            refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(asked, TestClients.confidential()));
            refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(asked, withGrants(hybrid ? "implicit" : "hybrid")));
            assertThat(new ResponseTypeCheck().check(asked, withGrants(hybrid ? "hybrid" : "implicit"))).isSameAs(asked);
        }
    }

    @Test
    void holdsAClientToTheResponseTypesItHasRegistered() {
        OAuthClient narrowed = TestClients.client(TestClients.settings()
                .add("grant_types", Json.createArrayBuilder(List.of("authorization_code", "implicit")))
                .add("authorization_requests", Json.createObjectBuilder()
                        .add("response_types", Json.createArrayBuilder(List.of("code id_token")))));

        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(request(), narrowed));
        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(request("response_type", "id_token"), narrowed));
        assertThat(new ResponseTypeCheck().check(request("response_type", "id_token code"), narrowed)).isNotNull();
    }

    @Test
    void bindsIdTokensOfTheFrontChannelToTheRequest() {
        FrontChannelCheck check = new FrontChannelCheck();
        AuthorizationRequest bound = request("response_type", "id_token", "nonce", "n");

        for (String type : List.of("id_token", "id_token token", "code id_token", "code id_token token")) {
            refuses(OAuthErrorCode.INVALID_REQUEST, () -> check.check(request("response_type", type), TestClients.confidential()));
            refuses(OAuthErrorCode.INVALID_SCOPE,
                    () -> check.check(request("response_type", type, "nonce", "n", "scope", "email"), TestClients.confidential()));
        }
        assertThat(check.check(bound, TestClients.confidential())).isSameAs(bound);
        assertThat(check.check(request("response_type", "code token"), TestClients.confidential())).isNotNull();
        assertThat(check.check(request("response_type", "token", "scope", "email"), TestClients.confidential())).isNotNull();
        assertThat(check.check(request(), TestClients.confidential())).isNotNull();
    }

    @Test
    void sendsNoTokensOverTheNetworkInTheClear() {
        FrontChannelCheck check = new FrontChannelCheck();

        refuses(OAuthErrorCode.INVALID_REQUEST,
                () -> check.check(to("http://app.example.com/cb", "response_type", "token"), TestClients.confidential()));
        for (String own : List.of("http://localhost:8080/cb", "http://127.0.0.1/cb", "com.example.app:/cb", "https://app.example.com/cb")) {
            assertThat(check.check(to(own, "response_type", "token"), TestClients.confidential())).as(own).isNotNull();
        }
        assertThat(check.check(to("http://app.example.com/cb"), TestClients.confidential())).isNotNull();
    }

    @Test
    void carriesNoAccessTokenThatWouldHaveToBeBound() {
        FrontChannelCheck check = new FrontChannelCheck();
        for (String binding : List.of("dpop_bound_access_tokens", "tls_client_certificate_bound_access_tokens")) {
            OAuthClient client = TestClients.client(TestClients.settings().add("client_authentication", Json.createObjectBuilder().add(binding, true)));

            for (String type : List.of("token", "id_token token", "code token", "code id_token token")) {
                refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> check.check(request("response_type", type, "nonce", "n"), client));
            }
            assertThat(check.check(request("response_type", "code id_token", "nonce", "n"), client)).isNotNull();
        }
    }

    @Test
    void asksNobodyToLogInForAContextThatThereIsNot() {
        AcrCheck check = new AcrCheck(new AuthenticationContexts(null));
        String essential = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";

        refuses(OAuthErrorCode.UNMET_AUTHENTICATION_REQUIREMENTS,
                () -> check.check(request("claims", essential.formatted("urn:nobody")), TestClients.confidential()));
        assertThat(check.check(request("claims", essential.formatted("phr")), TestClients.confidential())).isNotNull();
        assertThat(check.check(request("claims", "{\"id_token\":{\"acr\":{\"essential\":true}}}"), TestClients.confidential())).isNotNull();
        assertThat(check.check(request("acr_values", "urn:nobody"), TestClients.confidential())).isNotNull();
    }

    @Test
    void refusesClientsWithoutTheGrant() {
        refuses(OAuthErrorCode.UNAUTHORIZED_CLIENT, () -> new ResponseTypeCheck().check(request(),
                TestClients.client(TestClients.settings().add("grant_types", Json.createArrayBuilder().add("refresh_token")))));
    }

    @Test
    void demandsPkceOfPublicClients() {
        AuthorizationRequest protectedRequest = request("code_challenge", CHALLENGE, "code_challenge_method", "S256");

        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new PkceCheck().check(request(), TestClients.publicClient()));
        assertThat(new PkceCheck().check(protectedRequest, TestClients.publicClient())).isSameAs(protectedRequest);
        assertThat(new PkceCheck().check(request(), TestClients.confidential())).isNotNull();
        assertThat(new PkceCheck().check(request("response_type", "id_token"), TestClients.publicClient())).isNotNull();
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new PkceCheck().check(request("response_type", "code token"), TestClients.publicClient()));
    }

    @Test
    void letsPromptNoneStandAlone() {
        refuses(OAuthErrorCode.INVALID_REQUEST, () -> new PromptCheck().check(request("prompt", "none login"), TestClients.confidential()));
        assertThat(new PromptCheck().check(request("prompt", "none"), TestClients.confidential())).isNotNull();
    }

    @Test
    void dropsScopesThatAreNotConfigured() {
        List<String> configured = List.of("openid", "email", "offline_access");

        assertThat(ScopeCheck.effective(List.of("openid", "admin"), configured)).containsExactly("openid");
        assertThat(ScopeCheck.effective(List.of("admin"), configured)).isEmpty();
        assertThat(ScopeCheck.effective(List.of(), configured)).containsExactly("openid", "email");
        assertThat(ScopeCheck.effective(List.of("offline_access"), configured)).containsExactly("offline_access");
    }

    @Test
    void asksForTheProfileFirstAndEveryCheckInItsOwnPlace() {
        List<Integer> orders = Stream.of(new AuthorizationProfileRules(), new ResponseTypeCheck(), new ScopeCheck(), new AccessRules(),
                new FrontChannelCheck(), new PkceCheck(), new PromptCheck(), new IdTokenHint(null, null, null), new AcrCheck(null))
                .map(AuthorizationCheck::order).toList();

        assertThat(orders).isSorted().doesNotHaveDuplicates();
    }

    private static OAuthClient withGrants(String... grantTypes) {
        return TestClients.client(TestClients.settings().add("grant_types", Json.createArrayBuilder(List.of(grantTypes))));
    }

    /** A valid request with some parameters changed. */
    public static AuthorizationRequest request(String... changes) {
        return to(TestClients.REDIRECT_URI, changes);
    }

    private static AuthorizationRequest to(String redirectUri, String... changes) {
        Map<String, String[]> sent = new LinkedHashMap<>();
        sent.put("client_id", new String[] {"app"});
        sent.put("response_type", new String[] {"code"});
        sent.put("redirect_uri", new String[] {redirectUri});
        sent.put("scope", new String[] {"openid"});
        for (int i = 0; i < changes.length; i += 2) {
            sent.put(changes[i], new String[] {changes[i + 1]});
        }
        return AuthorizationRequestParser.parse(new RequestParameters(sent), redirectUri);
    }

    public static void refuses(OAuthErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(OAuthRefusal.class, refused -> assertThat(refused.error().code()).isEqualTo(code));
    }
}
